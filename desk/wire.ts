import type { Fault } from './faults.ts';
import type { Latency } from './latency.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Account } from './zaf/account.ts';
import type { AppMetadata } from './zaf/registration.ts';

/** What the desk's server and its page tell each other. */
export type Boot = {
  readonly account: Account;
  /** Origin and path of the app's page in the sidebar. */
  readonly app: { readonly origin: string; readonly path: string };
  readonly metadata: AppMetadata;
  /** Names of the systems that are real, because their keys are in `.env`. */
  readonly realSystems: readonly string[];
  readonly systems: readonly string[];
  /** Whether requests are compared with the vendors' specifications. */
  readonly isChecked: boolean;
};

/** A line of the ticket list. */
export type TicketRow = {
  readonly id: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: string | null;
  readonly requester: string;
  readonly form: string;
  readonly updatedAt: string;
  /** What there is to see in it. */
  readonly shows: string;
  /** Who should look at it, where it is not the rep. */
  readonly viewer: number | undefined;
};

export type FaultsState = { readonly faults: readonly Fault[]; readonly latency: Latency };

export type SettingsState = {
  readonly settings: Readonly<Record<string, string | boolean | number | null>>;
  /** Names of the secure ones and whether they have a value; the value stays in the server. */
  readonly secure: Readonly<Record<string, boolean>>;
};

export type SopState = {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly text: string;
};

/** What the server tells the page as it happens. */
export type ServerEvent =
  | { readonly is: 'ticket-changed'; readonly ticketId: number }
  | { readonly is: 'request'; readonly entry: LoggedRequest }
  | { readonly is: 'faults-changed' }
  | { readonly is: 'settings-changed' }
  | { readonly is: 'reset' };
