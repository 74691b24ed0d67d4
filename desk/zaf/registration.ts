import type { Account } from './account.ts';

/** What `app.registered` carries, from which the SDK answers `context()` and `metadata()`. */
export type Registration = {
  readonly context: {
    readonly instanceGuid: string;
    readonly product: 'support';
    readonly account: { readonly subdomain: string };
    readonly location: 'ticket_sidebar';
    readonly ticketId: number;
  };
  readonly metadata: AppMetadata;
};

/** `settings` never holds a secure one. */
export type AppMetadata = {
  readonly appId: number;
  readonly name: string;
  readonly installationId: number;
  readonly version: string;
  readonly settings: Readonly<Record<string, unknown>>;
};

type Instance = {
  readonly guid: string;
  readonly account: Account;
  readonly ticketId: number;
  readonly metadata: AppMetadata;
};

/** The registration of one instance in the sidebar of a ticket. */
export function registrationOf({ guid, account, ticketId, metadata }: Instance): Registration {
  return {
    context: {
      instanceGuid: guid,
      product: 'support',
      account: { subdomain: account.subdomain },
      location: 'ticket_sidebar',
      ticketId,
    },
    metadata,
  };
}
