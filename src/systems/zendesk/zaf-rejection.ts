/**
 * What the app framework rejected with, as an error: it rejects with plain objects, and `request` with the answer inside.
 * The fields have the names of that object, so that the transport reads both in one way.
 */
export class ZafRejection extends Error {
  readonly status: number | undefined;
  readonly statusText: string | undefined;
  readonly responseText: string | undefined;
  readonly responseJSON: unknown;
  readonly headers: unknown;
  constructor(attempt: string, raw: unknown) {
    const fields = fieldsOf(raw);
    const why = textOf(fields['message']) ?? textOf(fields['statusText']) ?? 'no reason was given';
    super(`Cannot ${attempt}: ${why}`, { cause: raw });
    this.name = 'ZafRejection';
    this.status = typeof fields['status'] === 'number' ? fields['status'] : undefined;
    this.statusText = textOf(fields['statusText']);
    this.responseText = textOf(fields['responseText']);
    this.responseJSON = fields['responseJSON'];
    this.headers = fields['headers'];
  }
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  if (raw instanceof Error) return Object.fromEntries([...Object.entries(raw), ['message', raw.message]]);
  if (typeof raw === 'string') return { message: raw };
  return typeof raw === 'object' && raw !== null ? { ...raw } : {};
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
