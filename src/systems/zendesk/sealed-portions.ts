import type { Hasher } from '../../app/ports/clock.ts';
import { changedByHand } from './changed-by-hand.ts';
import {
  lowestId,
  type CustomObjectRecords,
  type NewRecord,
  type ObjectRecord,
} from './custom-object-records.ts';
import type { ExternalIds } from './external-id.ts';
import { recordRefusal } from './record-refusal.ts';
import { isTooLarge, recordSize } from './record-size.ts';

/** Older text of a log. `hash` is over its text and everything before it, so that it names the whole log up to its end. */
export type Portion = { readonly text: string; readonly hash: string };

/** Portions of logs: records that are created once, with an id made of their content. */
export type SealedPortions = {
  /** The portions of these texts, in order. Asks nobody. */
  chain(runId: string, texts: readonly string[]): Promise<readonly Portion[]>;
  /** Stores what is not stored yet; undefined when all of it is, else why it is not. */
  seal(runId: string, portions: readonly Portion[]): Promise<NotSealed | undefined>;
  /** The portions that a run's record names, in order. One request, and none for what this page knows. Rejects where Zendesk does not answer. */
  read(runId: string, hashes: readonly string[]): Promise<PortionsRead>;
};

type PortionsRead =
  | { readonly is: 'read'; readonly portions: readonly Portion[] }
  /** What is wrong with one of them, in words. */
  | { readonly is: 'changed'; readonly how: string };

export type NotSealed = { readonly reason: string; readonly isTooLarge: boolean };

type Parts = {
  readonly records: CustomObjectRecords;
  readonly ids: ExternalIds;
  readonly hasher: Hasher;
};

/**
 * Two browsers that seal the same text make the same record, and the slower one finds it there. Different texts have different ids and
 * never meet: which of them counts says the record of the run alone. A portion that no run names is left over from a crash and harmless.
 */
export function createSealedPortions({ records, ids, hasher }: Parts): SealedPortions {
  /** By hash: what this page has stored or read. A portion never changes. */
  const known = new Map<string, Portion>();
  const chain = async (runId: string, texts: readonly string[]): Promise<readonly Portion[]> => {
    const portions: Portion[] = [];
    for (const text of texts) {
      const before = portions.at(-1)?.hash ?? '';
      portions.push({ text, hash: await hasher.sha256([runId, before, text].join('\n')) });
    }
    return portions;
  };

  const store = async (runId: string, number: number, portion: Portion): Promise<NotSealed | undefined> => {
    const externalId = ids.portion(runId, number, portion.hash);
    const created = await records.create(
      'signoff_event',
      portionRecord(runId, number, { externalId, portion }),
    );
    if (created.is === 'unavailable') return { reason: created.failure.reason, isTooLarge: false };
    // Created, refused because another browser was quicker, or no clear answer: what counts is what is there now.
    const found = await records.byExternalIds('signoff_event', [externalId]);
    if (found.is === 'failed') return { reason: found.failure.reason, isTooLarge: false };
    const record = lowestId(found.body, externalId);
    if (!record) return { reason: recordRefusal(created, 'signoff_event'), isTooLarge: isTooLarge(created) };
    if (record.custom_object_fields['payload'] === portion.text) return undefined;
    return { reason: `a portion of its log was ${changedByHand(record)}.`, isTooLarge: false };
  };

  return {
    chain,
    seal: async (runId, portions) => {
      for (const [index, portion] of portions.entries()) {
        if (known.has(portion.hash)) continue;
        const problem = await store(runId, index + 1, portion);
        if (problem) return problem;
        known.set(portion.hash, portion);
      }
      return undefined;
    },
    read: async (runId, hashes) => {
      const wanted = hashes.map((hash, index) => ids.portion(runId, index + 1, hash));
      const missing = wanted.filter((_, index) => !known.has(hashes[index] ?? ''));
      const found = await records.byExternalIds('signoff_event', missing);
      if (found.is === 'failed')
        throw new Error(`Cannot read the older part of run ${runId}: ${found.failure.reason}`);
      const stored = wanted.map((id) => lowestId(found.body, id));
      const texts = hashes.map((hash, index) => known.get(hash)?.text ?? textOf(stored[index]) ?? '');
      const portions = await chain(runId, texts);
      const wrong = portions.findIndex(({ hash }, index) => hash !== hashes[index]);
      if (wrong !== -1) return { is: 'changed', how: whatHappened(wrong + 1, stored[wrong]) };
      for (const portion of portions) known.set(portion.hash, portion);
      return { is: 'read', portions };
    },
  };
}

function portionRecord(
  runId: string,
  number: number,
  { externalId, portion }: { readonly externalId: string; readonly portion: Portion },
): NewRecord {
  return {
    name: `Log of run ${runId}, portion ${number}`,
    externalId,
    fields: portionFields(runId, portion.text),
  };
}

const portionFields = (runId: string, text: string) => ({ kind: 'log', run_id: runId, payload: text });

/** Bytes that the text of a portion may take in a record of so many. */
export const roomForText = (runId: string, room: number): number =>
  room - recordSize(portionFields(runId, ''));

function textOf(record: ObjectRecord | undefined): string | undefined {
  const text = record?.custom_object_fields['payload'];
  return typeof text === 'string' ? text : undefined;
}

const whatHappened = (number: number, record: ObjectRecord | undefined): string =>
  record
    ? `portion ${number} of its log was ${changedByHand(record)}`
    : `portion ${number} of its log was deleted`;
