import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { HubspotApi } from './hubspot-api.ts';
import type { HubspotRecords } from './hubspot-records.ts';

/** What the actions of HubSpot work with. */
export type HubspotTools = {
  readonly api: HubspotApi;
  readonly records: HubspotRecords;
  readonly clock: Clock;
  readonly now: () => string;
};

export const askerOf = ({ ticket }: ActionContext, freshness: Asker['freshness']): Asker => ({
  ticketId: ticket.id,
  freshness,
});

/** Why nothing can be prepared for a record that was not found; where several fit, a person says which one is meant. */
export function notFound(
  lookUp: Exclude<LookUp<unknown>, { is: 'found' }>,
  record: 'contact' | 'company',
): Preparation {
  if (lookUp.is === 'failed') return { is: 'impossible', failure: lookUp.failure };
  const { because, choice } = lookUp;
  const failure = { code: 'unclear-target', reason: reasons[because](record) } as const;
  return { is: 'impossible', failure, ...(choice === undefined ? {} : { choice }) };
}

type Because = Extract<LookUp<unknown>, { is: 'none' }>['because'];

const reasons: Readonly<Record<Because, (record: string) => string>> = {
  'not-found': (record) => `HubSpot has no ${record} for the requester of this ticket.`,
  several: (record) => `HubSpot has more than one ${record} for the requester of this ticket.`,
  'key-missing': () => 'The ticket has no requester address to look for in HubSpot.',
  'no-such-field': (record) => `HubSpot has no such property of a ${record}.`,
  'not-offered': (record) => `HubSpot gives no ${record}.`,
};

/** What a text parameter holds; empty where it holds nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
