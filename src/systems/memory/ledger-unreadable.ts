/** A stored run, claim or result that this version of the app cannot read. Nothing of it is dropped or guessed. */
export class LedgerUnreadable extends Error {
  /** What was read, such as `run 12-1`. */
  readonly record: string;
  /** A newer app wrote it, for which it is in order. */
  readonly isNewer: boolean;
  constructor(record: string, found: string, isNewer = false) {
    super(`Cannot read ${record}: ${found}.`);
    this.name = 'LedgerUnreadable';
    this.record = record;
    this.isNewer = isNewer;
  }
}

/**
 * The schema of everything that the ledgers write. 2 knows the events `record-chosen` and `proposal-added`, the `undo` of a result,
 * and, in Zendesk, sealed portions and the hash of a log.
 */
export const ledgerSchema = 2;

export type LedgerSchema = 1 | typeof ledgerSchema;

/** The schema that a record says it has, if this app can read it; a newer one is refused by name. */
export function requireSchema(record: string, schema: unknown): LedgerSchema {
  if (schema === 1 || schema === ledgerSchema) return schema;
  const isNewer = typeof schema === 'number' && schema > ledgerSchema;
  const found = isNewer
    ? `a newer version of the app wrote it (schema ${schema}, this one knows ${ledgerSchema}). Reload, or update the app`
    : 'it does not say which schema it has';
  throw new LedgerUnreadable(record, found, isNewer);
}

/** JSON out of a stored text. */
export function parseStored(record: string, text: unknown): unknown {
  if (typeof text !== 'string') throw new LedgerUnreadable(record, 'it has no content');
  try {
    return JSON.parse(text);
  } catch {
    throw new LedgerUnreadable(record, 'its content is not JSON, or breaks off');
  }
}
