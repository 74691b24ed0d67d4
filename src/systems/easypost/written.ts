import type * as z from 'zod/mini';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';

export type Written<T> =
  { readonly is: 'written'; readonly object: T } | Exclude<ExecutionResult, { is: 'succeeded' }>;

/** What the answer to a write without a key means. Whatever is not clear may have been carried out: `unknown`. */
export function readWritten<T>(answer: SystemAnswer, schema: z.ZodMiniType<T>, what: string): Written<T> {
  switch (answer.is) {
    case 'answered': {
      const object = parseBody(answer.body, schema, what, answer.requestId);
      return object.is === 'failed'
        ? { is: 'unknown', failure: object.failure }
        : { is: 'written', object: object.body };
    }
    case 'refused':
    case 'unavailable':
      return { is: 'failed', failure: answer.failure };
    case 'unknown':
      return { is: 'unknown', failure: answer.failure };
  }
}

export const failed = (code: Failure['code'], reason: string) =>
  ({ is: 'failed', failure: { code, reason } }) as const satisfies ExecutionResult;

export const unknown = (reason: string) =>
  ({ is: 'unknown', failure: { code: 'unknown-outcome', reason } }) as const satisfies ExecutionResult;

export const impossible = (code: Failure['code'], reason: string) =>
  ({ is: 'impossible', failure: { code, reason } }) as const;

/** The ids of records that were there when something was approved, as part of a target. */
export const idList = (records: readonly { readonly id: string }[]): string =>
  records
    .map(({ id }) => id)
    .toSorted()
    .join(' ');

/** Those that have come since. */
export function newSince<T extends { readonly id: string }>(
  records: readonly T[],
  approved: string | undefined,
): readonly T[] {
  const known = new Set((approved ?? '').split(' '));
  return records.filter(({ id }) => !known.has(id));
}
