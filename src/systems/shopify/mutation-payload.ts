import { failed, unknown } from '../write/outcome.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { Mutated } from './shopify-api.ts';

type Objections = readonly { readonly message: string }[];

export type PayloadReading<R> = { readonly is: 'record'; readonly record: R } | ExecutionResult;

/** Errors first, then Shopify's objections, then the object itself. Without any of them nobody knows what was done. */
export function readPayload<T, R>(
  mutated: Mutated<T>,
  of: (body: T) => { readonly record: R | null | undefined; readonly objections: Objections | undefined },
): PayloadReading<R> {
  if (mutated.is !== 'parsed') return { is: mutated.is, failure: mutated.failure };
  const { record, objections = [] } = of(mutated.body);
  const words = objections.map(({ message }) => message).join(' ');
  // The key is or was at work in another request: what came of that one is found out by asking.
  if (/idempoten/i.test(words)) return unknown(words);
  if (objections.length > 0) return failed('refused', words);
  return record == null ? unknown('Shopify did not say what it did.') : { is: 'record', record };
}
