import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { FactField } from '../system.ts';

/** One field of a record of Stripe: its type, and what it holds; undefined where it holds nothing. */
type RecordFact<T> = {
  readonly type: FactType;
  readonly of: (record: T, dateOf: DateOf) => FactJson | undefined;
};

export type RecordFacts<T> = Readonly<Record<string, RecordFact<T>>>;

export const text = { kind: 'text' } as const;
export const money = { kind: 'money', currency: undefined } as const;
export const date = { kind: 'date' } as const;
export const count = { kind: 'count' } as const;
export const list = { kind: 'list' } as const;
export const yesNo = { kind: 'yes-no' } as const;

/** `needs_response` as an SOP writes it: `needs response`. */
export const words = (code: string): string => code.replaceAll('_', ' ');

/** The day of an instant in seconds, in the zone of the account. */
export const dayOf = (seconds: number, dateOf: DateOf) => dateOf(new Date(seconds * 1000).toISOString());

export function readingOf(value: FactJson | undefined): Reading {
  return value === undefined ? { is: 'empty' } : { is: 'value', value };
}

/** The fields of a record by name, for the checker of SOPs. */
export function fieldsOf(
  record: string,
  facts: Readonly<Record<string, { readonly type: FactType }>>,
): readonly FactField[] {
  return Object.entries(facts).map(([field, { type }]) => ({ record, field, type }));
}
