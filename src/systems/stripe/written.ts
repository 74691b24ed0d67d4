import type * as z from 'zod/mini';
import type { Approval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';

export type Written<T> =
  { readonly is: 'written'; readonly object: T } | Exclude<ExecutionResult, { is: 'succeeded' }>;

/** What the answer to a write with a key means. Whatever is not clear may have been carried out: `unknown`. */
export function readWritten<T>(answer: SystemAnswer, schema: z.ZodMiniType<T>, what: string): Written<T> {
  switch (answer.is) {
    case 'answered': {
      const object = parseBody(answer.body, schema, what, answer.requestId);
      return object.is === 'failed'
        ? { is: 'unknown', failure: object.failure }
        : { is: 'written', object: object.body };
    }
    case 'refused':
      // 409: another request with the same key is under way, and may succeed.
      return { is: answer.status === 409 ? 'unknown' : 'failed', failure: answer.failure };
    case 'unavailable':
      return { is: 'failed', failure: answer.failure };
    case 'unknown':
      return { is: 'unknown', failure: answer.failure };
  }
}

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

export const failed = (code: Failure['code'], reason: string) =>
  ({ is: 'failed', failure: { code, reason } }) as const satisfies ExecutionResult;

export const unknown = (reason: string) =>
  ({ is: 'unknown', failure: { code: 'unknown-outcome', reason } }) as const satisfies ExecutionResult;
