import type { Approval } from '../../domain/decisions/approval.ts';

/** What every write leaves behind in Stripe: the key that finds it again, the ticket, and who approved it. */
export function ourMetadata(
  { by }: Approval,
  key: string,
  ticketId: string,
): Readonly<Record<string, string>> {
  return {
    'metadata[signoff]': key,
    'metadata[ticket]': ticketId,
    // Stripe keeps 500 characters of a value.
    'metadata[approved_by]': `${by.name} (${by.id})`.slice(0, 500),
  };
}

/** Whether a record carries the key of an approval. */
export function carriesKey(
  { metadata }: { readonly metadata?: Readonly<Record<string, string>> | null | undefined },
  key: string,
): boolean {
  return metadata?.['signoff'] === key;
}
