import type * as z from 'zod/mini';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';

/** The record that a write has answered with, or how the write ended without one. */
export type Written<T> =
  { readonly is: 'written'; readonly object: T } | Exclude<ExecutionResult, { is: 'succeeded' }>;

type WrittenOptions<T> = {
  readonly schema: z.ZodMiniType<T>;
  /** In words that an error can use: `the claim of EasyPost`. */
  readonly what: string;
  /** `keyed`: 409 says that a request with the same key is under way, which may succeed. */
  readonly by: 'keyed' | 'unkeyed';
};

/** What the answer to a write means. Whatever is not clear may have been carried out: `unknown`. */
export function readWritten<T>(answer: SystemAnswer, { schema, what, by }: WrittenOptions<T>): Written<T> {
  switch (answer.is) {
    case 'answered': {
      const object = parseBody(answer.body, schema, what, answer.requestId);
      return object.is === 'failed'
        ? { is: 'unknown', failure: object.failure }
        : { is: 'written', object: object.body };
    }
    case 'refused':
      return { is: by === 'keyed' && answer.status === 409 ? 'unknown' : 'failed', failure: answer.failure };
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
