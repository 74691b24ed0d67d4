import type { Clock, Hasher } from '../../app/ports/clock.ts';
import type { Ledger } from '../../app/ports/ledger.ts';
import type { Transport } from '../transport/transport.ts';
import { createCustomObjectRecords } from './custom-object-records.ts';
import { createExternalIds } from './external-id.ts';
import { createSealedPortions } from './sealed-portions.ts';
import { createZendeskClaims } from './zendesk-claims.ts';
import { createZendeskRuns } from './zendesk-runs.ts';

export type ZendeskLedgerOptions = {
  readonly transport: Transport;
  readonly hasher: Hasher;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * The ledger in Zendesk's custom objects: one record per run, one per claim and result, and one per portion of a log that outgrew its
 * record. All agents of the account see the same.
 */
export function createZendeskLedger({ transport, hasher, clock }: ZendeskLedgerOptions): Ledger {
  const records = createCustomObjectRecords(transport);
  const ids = createExternalIds(hasher);
  const portions = createSealedPortions({ records, ids, hasher });
  const claims = createZendeskClaims(records, ids);
  return {
    keptIn: 'zendesk',
    ...createZendeskRuns({ records, ids, hasher, clock, portions, claims: claims.claims }),
    ...claims,
  };
}
