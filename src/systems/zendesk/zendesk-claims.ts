import type { Claim, ClaimAnswer, Doubt, Ledger, SaveAnswer, StoredClaim } from '../../app/ports/ledger.ts';
import type { CommandId, ExecutionResult, Person } from '../../domain/run/events.ts';
import { LedgerUnreadable } from '../memory/ledger-unreadable.ts';
import { claimText, parseClaim, parseResult, resultText } from '../memory/stored-claim.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import { changedByHand, wasChanged } from './changed-by-hand.ts';
import { lowestId, type CustomObjectRecords, type ObjectRecord } from './custom-object-records.ts';
import type { ExternalIds } from './external-id.ts';
import { recordRefusal } from './record-refusal.ts';
import { isTooLarge } from './record-size.ts';
import { toInstant } from './to-instant.ts';

/**
 * Claims and results: records that are created once and never changed, found by ids that are made of what they stand for.
 * Source: docs/systems.md, “Doing a thing once”.
 */
export function createZendeskClaims(
  records: CustomObjectRecords,
  ids: ExternalIds,
): Pick<Ledger, 'claim' | 'recordResult' | 'claims'> {
  const read = async (
    runId: string,
    commands: readonly CommandId[],
  ): Promise<ReadonlyMap<CommandId, StoredClaim>> => {
    const named = await Promise.all(
      commands.map(async (command) => ({
        command,
        claim: await ids.claim(runId, command),
        result: await ids.result(runId, command),
      })),
    );
    const wanted = named.flatMap(({ claim, result }) => [claim, result]);
    const found = await records.byExternalIds('signoff_event', wanted);
    if (found.is === 'failed')
      throw new Error(`Cannot read the claims of run ${runId}: ${found.failure.reason}`);
    const claims = new Map<CommandId, StoredClaim>();
    for (const { command, claim, result } of named) {
      const record = lowestId(found.body, claim);
      if (record) claims.set(command, storedClaim(command, record, lowestId(found.body, result)));
    }
    return claims;
  };

  return {
    claims: (runId, commands) => (commands.length === 0 ? Promise.resolve(new Map()) : read(runId, commands)),
    claim: async (claim) => {
      const externalId = await ids.claim(claim.runId, claim.command);
      const created = await records.create(
        'signoff_event',
        eventRecord('claim', externalId, claim, claimText(claim)),
      );
      if (created.is === 'unavailable') return unavailable(claim, created.failure.reason);
      // Created, refused as a duplicate, or no clear answer: who has the claim is what is there now.
      try {
        const stored = (await read(claim.runId, [claim.command])).get(claim.command);
        if (!stored) return unavailable(claim, whyNot(created));
        const isOurs = stored.claim?.nonce === claim.nonce && stored.doubt?.about !== 'claim';
        return isOurs ? { is: 'ours' } : { is: 'taken', ...stored };
      } catch (error) {
        return unavailable(claim, error instanceof Error ? error.message : String(error));
      }
    },
    recordResult: async (claim, result) => recordResult(records, ids, claim, result),
  };
}

async function recordResult(
  records: CustomObjectRecords,
  ids: ExternalIds,
  claim: Claim,
  result: ExecutionResult,
): Promise<SaveAnswer> {
  const externalId = await ids.result(claim.runId, claim.command);
  const record = eventRecord('result', externalId, claim, resultText(result));
  const created = await records.create('signoff_event', record);
  if (created.is === 'answered') return { is: 'saved' };
  if (created.is === 'unavailable') return { is: 'failed', reason: created.failure.reason };
  // How to take it back may be longer than a record; the log has it whole.
  if (isTooLarge(created) && result.is === 'succeeded' && result.undo !== undefined) {
    const { undo: _, ...rest } = result;
    return recordResult(records, ids, claim, rest);
  }
  // The first result stays: a second one is refused as a duplicate.
  const found = await records.byExternalIds('signoff_event', [externalId]);
  const isThere = found.is === 'parsed' && lowestId(found.body, externalId) !== undefined;
  return isThere ? { is: 'saved' } : { is: 'failed', reason: recordRefusal(created, 'signoff_event') };
}

const eventRecord = (kind: 'claim' | 'result', externalId: string, claim: Claim, payload: string) => ({
  name: `${kind === 'claim' ? 'Claim' : 'Result'} of run ${claim.runId}`,
  externalId,
  fields: { kind, run_id: claim.runId, command_id: claim.command, nonce: claim.nonce, payload },
});

function storedClaim(
  command: CommandId,
  record: ObjectRecord,
  result: ObjectRecord | undefined,
): StoredClaim {
  const claimed = believed('claim', command, { record, parse: parseClaim });
  const ended = result && believed('result', command, { record: result, parse: parseResult });
  const claim = claimed.content;
  const early =
    result && isOlder(result, record) ? doubted('result', command, 'written before its claim') : undefined;
  const untrue = ended?.doubt ?? early;
  const doubt = claimed.doubt ?? untrue;
  return {
    claim,
    by: personOf(record, claim),
    at: toInstant(record.created_at) ?? claim?.approval.at ?? record.created_at,
    // What was changed after it was written says nothing about how it ended.
    result: untrue ? undefined : ended?.content,
    ...(doubt ? { doubt } : {}),
  };
}

type Believed<T> = { readonly content: T | undefined; readonly doubt: Doubt | undefined };

/** What a record that is written once says, and whether it can be believed. Of a newer schema it is refused by name. */
function believed<T>(
  about: Doubt['about'],
  command: CommandId,
  {
    record,
    parse,
  }: { readonly record: ObjectRecord; readonly parse: (command: CommandId, text: unknown) => T },
): Believed<T> {
  const changed = wasChanged(record) ? doubted(about, command, changedByHand(record)) : undefined;
  try {
    return { content: parse(command, record.custom_object_fields['payload']), doubt: changed };
  } catch (error) {
    if (!(error instanceof LedgerUnreadable) || error.isNewer) throw error;
    return {
      content: undefined,
      doubt: changed ?? doubted(about, command, 'written by something else than this app'),
    };
  }
}

/** Zendesk says when a record was made: a result that was there before its claim is nobody's. */
function isOlder(one: ObjectRecord, other: ObjectRecord): boolean {
  return Date.parse(one.created_at) < Date.parse(other.created_at);
}

const doubted = (about: Doubt['about'], command: CommandId, what: string): Doubt => ({
  about,
  reason: `the ${about} of ${command} was ${what}`,
});

/** Who made the record is Zendesk's word; the name of somebody else than the approver is not in it. */
function personOf({ created_by_user_id: id }: ObjectRecord, claim: Claim | undefined): Person | undefined {
  if (id === null || id === undefined) return undefined;
  const approver = claim?.approval.by;
  return approver?.id === String(id) ? approver : { id: String(id), name: `#${id}` };
}

const unavailable = (claim: Claim, why: string): ClaimAnswer => ({
  is: 'unavailable',
  reason: `Cannot claim ${claim.command}: ${why}`,
});

const whyNot = (created: SystemAnswer) =>
  created.is === 'answered' ? 'the record could not be read back.' : recordRefusal(created, 'signoff_event');
