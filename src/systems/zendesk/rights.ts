import type { CustomRole } from './account-lists.ts';

/** What an action may need of the role of whoever approves it. */
export type Right =
  | 'change-tickets'
  | 'reply'
  | 'change-tags'
  | 'change-requester'
  | 'change-organization'
  | 'change-organization-notes'
  | 'start-side-conversation'
  | 'assign-outside-own-groups';

/** What a person may do in Zendesk, as far as Zendesk says it. */
export type Rights =
  /** An admin, or an agent with the ordinary rights. */
  | { readonly are: 'ordinary' }
  /** A light agent or a contributor. */
  | { readonly are: 'none' }
  | {
      readonly are: 'of-role';
      readonly role: CustomRole;
      /** The requester belongs to an organization of this person's; undefined where it cannot be told. */
      readonly sharesOrganization: boolean | undefined;
    }
  | { readonly are: 'unknown' };

/** Why the rights do not suffice, and whom to ask; undefined where they do. Unknown is never yes. */
export function lackOf(rights: Rights, needs: readonly Right[]): string | undefined {
  switch (rights.are) {
    case 'ordinary':
      return undefined;
    case 'none':
      return 'Light agents and contributors may look at tickets and not change them. Ask a colleague who is a full agent, or an admin of your Zendesk account for another role.';
    case 'unknown':
      return 'Zendesk did not say what your role may do. Try again; if it stays so, ask an admin of your Zendesk account, or a colleague.';
    case 'of-role': {
      const lack = needs.find((need) => !has(rights, need));
      return lack === undefined
        ? undefined
        : `Your role “${rights.role.name}” may not ${words[lack]}. Ask a colleague whose role may, or an admin of your Zendesk account to change the role.`;
    }
  }
}

/** Source: https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/#configuration */
function has({ role, sharesOrganization }: Extract<Rights, { are: 'of-role' }>, need: Right): boolean {
  const { configuration: may } = role;
  switch (need) {
    case 'change-tickets':
      return may.ticket_editing === true;
    case 'reply':
      return may.ticket_comment_access === 'public';
    case 'change-tags':
      return may.ticket_tag_editing === true;
    case 'change-requester': {
      const access = may.end_user_profile_access;
      return (
        access === 'edit' ||
        access === 'full' ||
        (access === 'edit-within-org' && sharesOrganization === true)
      );
    }
    case 'change-organization':
      return may.organization_editing === true;
    case 'change-organization-notes':
      return may.organization_editing === true || may.organization_notes_editing === true;
    case 'start-side-conversation':
      return may.side_conversation_create === true;
    case 'assign-outside-own-groups':
      return may.assign_tickets_to_any_group === true;
  }
}

const words: Readonly<Record<Right, string>> = {
  'change-tickets': 'change fields of tickets',
  reply: 'write public replies',
  'change-tags': 'change tags of tickets',
  'change-requester': 'change this customer’s profile',
  'change-organization': 'change organizations',
  'change-organization-notes': 'change notes of organizations',
  'start-side-conversation': 'start side conversations',
  'assign-outside-own-groups': 'assign tickets to groups that you are not in',
};
