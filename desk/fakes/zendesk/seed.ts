/**
 * What a Zendesk account holds when the desk or a test starts. Ids are numbers, as in Zendesk; records refer to one
 * another by id, and to forms and brands by name. Nothing here is a real person.
 */
export type ZendeskSeed = {
  /** `desk` of `desk.zendesk.com`. */
  readonly subdomain: string;
  readonly planName?: string;
  /** IANA name of the account's zone; `Etc/UTC` when absent. */
  readonly timeZone?: string;
  /** False plays a plan without custom objects: their paths answer 404. True when absent. */
  readonly hasCustomObjects?: boolean;
  readonly customRoles?: readonly CustomRoleSeed[];
  readonly groups: readonly GroupSeed[];
  readonly users: readonly UserSeed[];
  readonly organizations?: readonly OrganizationSeed[];
  readonly ticketFields?: readonly TicketFieldSeed[];
  readonly userFields?: readonly ProfileFieldSeed[];
  readonly organizationFields?: readonly ProfileFieldSeed[];
  readonly ticketForms?: readonly TicketFormSeed[];
  readonly brands?: readonly BrandSeed[];
  readonly macros?: readonly MacroSeed[];
  /** Statuses beside the categories; without any the account has none. */
  readonly customStatuses?: readonly CustomStatusSeed[];
  /** False plays an account without the Collaboration add-on: its paths answer 404. True when absent. */
  readonly hasSideConversations?: boolean;
  readonly tickets: readonly TicketSeed[];
  readonly installation?: InstallationSeed;
};

export type GroupSeed = { readonly id: number; readonly name: string };

type BrandSeed = { readonly id: number; readonly name: string };

/** `light-agent` and `contributor` may look and write internal notes only. */
export type CustomRoleSeed = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'agent' | 'light-agent' | 'contributor';
  /** What a full agent of this role may not do, by Zendesk's names; an ordinary agent's rights when absent. */
  readonly configuration?: Partial<RoleConfiguration>;
};

/** Source: https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/#configuration */
export type RoleConfiguration = {
  readonly ticket_editing: boolean;
  readonly ticket_comment_access: 'public' | 'none';
  readonly ticket_tag_editing: boolean;
  readonly end_user_profile_access: 'full' | 'edit' | 'edit-within-org' | 'readonly';
  readonly organization_editing: boolean;
  readonly organization_notes_editing: boolean;
  readonly assign_tickets_to_any_group: boolean;
  readonly side_conversation_create: boolean;
};

/** A status of the account's own, in one of Zendesk's categories. */
type CustomStatusSeed = {
  readonly id: number;
  readonly label: string;
  readonly category: Exclude<TicketStatus, 'closed'>;
  /** What a ticket gets that is set to the category. */
  readonly isDefault?: boolean;
};

export type UserSeed = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: 'end-user' | 'agent' | 'admin';
  readonly customRoleId?: number;
  readonly groupIds?: readonly number[];
  readonly organizationId?: number;
  /** BCP 47; `en-US` when absent. */
  readonly locale?: string;
  readonly phone?: string;
  readonly notes?: string;
  readonly details?: string;
  readonly externalId?: string;
  readonly tags?: readonly string[];
  readonly createdAt?: string;
  readonly lastLoginAt?: string;
  readonly isSuspended?: boolean;
  /** Values of the custom user fields by key. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
};

export type OrganizationSeed = {
  readonly id: number;
  readonly name: string;
  readonly domains?: readonly string[];
  readonly notes?: string;
  readonly details?: string;
  readonly externalId?: string;
  readonly tags?: readonly string[];
  readonly createdAt?: string;
  /** Values of the custom organization fields by key. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
};

export type FieldType =
  | 'text'
  | 'textarea'
  | 'checkbox'
  | 'date'
  | 'integer'
  | 'decimal'
  | 'regexp'
  | 'tagger'
  | 'multiselect'
  | 'lookup';

type FieldOption = {
  readonly label: string;
  /** The tag that stands for the option in the API. */
  readonly value: string;
};

/** The value of a custom field as Zendesk stores it: a drop-down's is its tag. */
export type FieldValue = string | number | boolean | null | readonly string[];

export type TicketFieldSeed = {
  readonly id: number;
  readonly title: string;
  readonly type: FieldType;
  readonly options?: readonly FieldOption[];
  /** Without a value the ticket cannot be solved. */
  readonly isRequiredToSolve?: boolean;
  /** What a lookup field points at, such as `zen:organization`. */
  readonly pointsAt?: string;
};

/** A custom field of users or of organizations; the API names it by `key`. */
type ProfileFieldSeed = {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly type: Exclude<FieldType, 'tagger'> | 'dropdown';
  readonly options?: readonly FieldOption[];
  readonly pointsAt?: string;
};

export type TicketFormSeed = {
  readonly id: number;
  readonly name: string;
  /** Ids of the custom fields on the form; all of them when absent. */
  readonly fieldIds?: readonly number[];
  readonly conditions?: readonly FormConditionSeed[];
};

/** While a field has this value, the form shows another one. */
export type FormConditionSeed = {
  readonly fieldId: number;
  readonly value: string;
  readonly shows: number;
  /** Without a value there the ticket cannot be solved. */
  readonly isRequiredToSolve: boolean;
};

export type MacroSeed = {
  readonly id: number;
  readonly title: string;
  readonly actions: readonly MacroActionSeed[];
};

type MacroActionSeed =
  | { readonly field: 'status' | 'priority' | 'type' | 'subject'; readonly value: string }
  | { readonly field: 'group_id' | 'assignee_id'; readonly value: number }
  | { readonly field: 'custom_field'; readonly id: number; readonly value: FieldValue }
  | { readonly field: 'add_tags' | 'remove_tags'; readonly tags: readonly string[] }
  /** `{{ticket.id}}`, `{{ticket.requester.name}}` and `{{ticket.requester.first_name}}` are filled in. */
  | { readonly field: 'comment'; readonly body: string; readonly public: boolean };

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

export type TicketSeed = {
  readonly id: number;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  readonly type?: 'question' | 'incident' | 'problem' | 'task';
  readonly tags?: readonly string[];
  /** Name of the ticket form. */
  readonly form?: string;
  /** Name of the brand. */
  readonly brand?: string;
  /** `email`, `web`, `chat`, `api`, `native_messaging` …; `email` when absent. */
  readonly channel?: string;
  readonly requesterId: number;
  readonly organizationId?: number;
  readonly groupId?: number;
  readonly assigneeId?: number;
  /** Values of the custom fields by field id. */
  readonly fields?: Readonly<Record<number, FieldValue>>;
  readonly customStatusId?: number;
  /** The problem that it is an incident of. */
  readonly problemId?: number;
  readonly satisfaction?: { readonly score: string; readonly comment?: string };
  readonly followerIds?: readonly number[];
  readonly ccIds?: readonly number[];
  readonly sideConversations?: readonly SideConversationSeed[];
  /** In order; the first is the description. */
  readonly comments: readonly CommentSeed[];
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type SideConversationSeed = {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly state: 'open' | 'closed';
  readonly at: string;
  readonly externalIds?: Readonly<Record<string, string>>;
};

type CommentSeed = {
  readonly authorId: number;
  /** Plain text. */
  readonly body: string;
  readonly public: boolean;
  readonly at: string;
  readonly attachments?: readonly AttachmentSeed[];
};

export type AttachmentSeed = {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentUrl?: string;
};

type InstallationSeed = {
  readonly id: number;
  readonly appId: number;
  readonly version?: string;
  /** Settings that are not secure. */
  readonly settings: Readonly<Record<string, string | boolean | number | null>>;
  /** Secure settings: they never reach the app; the proxy fills them in. */
  readonly secure?: Readonly<Record<string, string>>;
};
