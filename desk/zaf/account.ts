/** What the workspace knows of the account before any ticket is open: as an admin has set it up. */
export type Account = {
  readonly subdomain: string;
  readonly name: string;
  readonly planName: string;
  readonly timeZone: TimeZone;
  readonly fields: readonly TicketField[];
  readonly forms: readonly {
    readonly id: number;
    readonly name: string;
    readonly fieldIds: readonly number[];
  }[];
  readonly brands: readonly { readonly id: number; readonly name: string }[];
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly agents: readonly Agent[];
};

/** A custom field of tickets. */
export type TicketField = {
  readonly id: number;
  /** Zendesk's name of the type: `text`, `tagger`, `checkbox`, `date` … */
  readonly type: string;
  readonly title: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};

/** Somebody who works in the desk. */
export type Agent = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'admin';
  readonly customRoleId: number | undefined;
  /** What the person is, in the words of the desk: “Support rep”. */
  readonly title: string;
  /** A light agent may look and write internal notes, nothing else. */
  readonly isLight: boolean;
  readonly groupIds: readonly number[];
  /** BCP 47. */
  readonly locale: string;
};

/** A zone as the app framework gives it. */
export type TimeZone = {
  readonly ianaName: string;
  readonly name: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** `GMT+01:00` */
  readonly formattedOffset: string;
};
