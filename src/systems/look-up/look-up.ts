import type { ReadAnswer, ReadRequest } from '../../app/ports/records.ts';
import type { RecordChoice } from '../../domain/decisions/proposal.ts';
import type { Failure, Instant, Reading } from '../../domain/run/events.ts';

/** What a look-up in an outside system came to. `several` is never the first one of them. */
export type LookUp<T> =
  | { readonly is: 'found'; readonly record: T; readonly observedAt: Instant }
  | {
      readonly is: 'none';
      readonly because: NoneBecause;
      readonly observedAt: Instant;
      /** With `several`, where all of them are known: the rep can say which one is meant. */
      readonly choice?: RecordChoice;
    }
  | { readonly is: 'failed'; readonly failure: Failure };

export type NoneBecause = Extract<Reading, { is: 'none' }>['because'];

/** Goes on with what was found; what was not found stays as it is. */
export async function follow<A, B>(
  lookUp: LookUp<A>,
  next: (record: A, observedAt: Instant) => LookUp<B> | Promise<LookUp<B>>,
): Promise<LookUp<B>> {
  return lookUp.is === 'found' ? next(lookUp.record, lookUp.observedAt) : lookUp;
}

/** All of them or the first that was not found; as old as the oldest. */
export function allFound<T>(lookUps: readonly LookUp<T>[], now: Instant): LookUp<readonly T[]> {
  const records: T[] = [];
  let observedAt = now;
  for (const lookUp of lookUps) {
    if (lookUp.is !== 'found') return lookUp;
    records.push(lookUp.record);
    if (lookUp.observedAt < observedAt) observedAt = lookUp.observedAt;
  }
  return { is: 'found', record: records, observedAt };
}

/** What a field was found to hold, with a link to the record where it has one. */
export type FieldReading = { readonly reading: Reading; readonly url: string | undefined };

/** A look-up as the port's answer to a request for one fact. A record that is not there is a reading, a system that failed is not. */
export function answerRead(request: ReadRequest, lookUp: LookUp<FieldReading>): ReadAnswer {
  const { system, record, field } = request.source;
  if (lookUp.is === 'failed') return { is: 'failed', system, failure: lookUp.failure };
  const { observedAt } = lookUp;
  const source = { from: 'system', system, record, field } as const;
  if (lookUp.is === 'none') {
    const reading = { is: 'none', because: lookUp.because } as const;
    const choice = lookUp.choice === undefined ? {} : { choice: lookUp.choice };
    return { is: 'read', reading, source, observedAt, ...choice };
  }
  const { reading, url } = lookUp.record;
  return { is: 'read', reading, source: url === undefined ? source : { ...source, url }, observedAt };
}
