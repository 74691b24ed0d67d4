import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { FactField } from '../system.ts';

/** One field of a record of EasyPost: its type, and what it holds. */
export type RecordFacts<T> = Readonly<
  Record<string, { readonly type: FactType; readonly of: (record: T, dateOf: DateOf) => Reading }>
>;

export const text = { kind: 'text' } as const;
export const date = { kind: 'date' } as const;
export const count = { kind: 'count' } as const;
export const dollars = { kind: 'money', currency: 'USD' } as const;

/** `in_review` as an SOP writes it: `in review`. */
export const words = (code: string): string => code.replaceAll('_', ' ');

/** Null and the empty text are a field that holds nothing. */
export function reading(value: FactJson | undefined): Reading {
  return value === undefined || value === null || value === '' ? { is: 'empty' } : { is: 'value', value };
}

export function day(instant: string | null | undefined, dateOf: DateOf): Reading {
  return instant == null || Number.isNaN(Date.parse(instant))
    ? { is: 'empty' }
    : { is: 'value', value: dateOf(instant) };
}

/** The fields of a record by name, for the checker of SOPs. */
export function fieldsOf(record: string, facts: RecordFacts<never>): readonly FactField[] {
  return Object.entries(facts).map(([field, { type }]) => ({ record, field, type }));
}
