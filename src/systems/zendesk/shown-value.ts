import * as z from 'zod/mini';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import { fieldReading } from './field-reading.ts';
import type { SettableField } from './settable-field.ts';

const recordSchema = z.looseObject({
  id: z.union([z.number(), z.string()]),
  name: z.nullish(z.string()),
});

/** What a field holds, in the words of the SOP: an option's label, a group's name; empty where it holds nothing. */
export function shownValue({ shape }: Pick<SettableField, 'shape'>, value: unknown): FactJson {
  const named = recordSchema.safeParse(value);
  if (named.success) return named.data.name ?? '';
  const reading = fieldReading(shape, value);
  return reading.is === 'value' ? reading.value : '';
}
