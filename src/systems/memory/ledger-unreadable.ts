/** A stored run, claim or result that this version of the app cannot read. Nothing of it is dropped or guessed. */
export class LedgerUnreadable extends Error {
  /** What was read, such as `run 12-1`. */
  readonly record: string;
  constructor(record: string, found: string) {
    super(`Cannot read ${record}: ${found}.`);
    this.name = 'LedgerUnreadable';
    this.record = record;
  }
}

/** The schema of everything that the ledgers store. */
export const ledgerSchema = 1;

/** Refuses records of another schema, a newer one by name. */
export function requireSchema(record: string, schema: unknown): void {
  if (schema === ledgerSchema) return;
  const isNewer = typeof schema === 'number' && schema > ledgerSchema;
  const found = isNewer
    ? `a newer version of the app wrote it (schema ${schema}, this one knows ${ledgerSchema}). Reload, or update the app`
    : 'it does not say which schema it has';
  throw new LedgerUnreadable(record, found);
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
