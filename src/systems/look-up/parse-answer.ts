import type * as z from 'zod/mini';
import type { Failure } from '../../domain/run/events.ts';
import type { SystemAnswer } from '../transport/transport.ts';

export type Parsed<T> =
  { readonly is: 'parsed'; readonly body: T } | { readonly is: 'failed'; readonly failure: Failure };

/**
 * Reads what a system answered with the schema of what we need of it. Unknown fields are ignored; a missing one is a failure that
 * names it. `what` says in words what was asked for: `the orders of Shopify`.
 */
export function parseAnswer<T>(answer: SystemAnswer, schema: z.ZodMiniType<T>, what: string): Parsed<T> {
  if (answer.is === 'refused') return { is: 'failed', failure: { ...answer.failure, status: answer.status } };
  if (answer.is !== 'answered') return { is: 'failed', failure: answer.failure };
  return parseBody(answer.body, schema, what, answer.requestId);
}

/** The same for a body that is known to be an answer. */
export function parseBody<T>(
  body: unknown,
  schema: z.ZodMiniType<T>,
  what: string,
  requestId?: string,
): Parsed<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { is: 'parsed', body: parsed.data };
  const [first] = parsed.error.issues;
  const place =
    first === undefined || first.path.length === 0 ? 'the answer' : first.path.map(String).join('.');
  const reason = `Cannot read ${what}: ${place} has another form than expected.`;
  return {
    is: 'failed',
    failure: { code: 'unreadable', reason, ...(requestId === undefined ? {} : { requestId }) },
  };
}
