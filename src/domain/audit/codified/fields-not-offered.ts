import { closestSpelling, spellingDistance } from '../../facts/closest-spelling.ts';
import { foldName } from '../../facts/fact-name.ts';
import { didYouMean, quoted } from '../../facts/found-problem.ts';
import type { Span } from '../../facts/problem.ts';
import type { OfferedSystem } from '../../sop/catalogue.ts';
import type { Sop } from '../../sop/document.ts';
import type { NotOffered, OfferedSystems } from './offered.ts';
import type { SopParts } from './sop-parts.ts';

/** Fields and records that a fact is read from or that an instruction sets, and that their system does not have. */
export function fieldsNotOffered(sop: Sop, parts: SopParts, offered: OfferedSystems): readonly NotOffered[] {
  return [
    ...sop.inputs.flatMap(({ source, span }) =>
      source.from === 'system' ? missingField({ ...source, span }, offered) : [],
    ),
    ...sop.records.flatMap(({ system, entity, span }) =>
      missingRecord({ system, record: entity, span }, offered),
    ),
    // What can be set is more than what can be read, so of the fields to set only the custom ones are looked up.
    ...parts.instructions.flatMap((instruction) =>
      instruction.kind === 'set' && instruction.field.customField !== undefined
        ? missingField({ system: 'zendesk', ...instruction.field, span: instruction.span }, offered)
        : [],
    ),
  ];
}

type Wanted = {
  readonly system: string;
  readonly record: string;
  readonly field: string;
  readonly customField: string | undefined;
  readonly span: Span;
};

function missingField(wanted: Wanted, offered: OfferedSystems): readonly NotOffered[] {
  const { system, record, field, customField, span } = wanted;
  const known = offered.get(system);
  if (!known) return [];
  if (customField !== undefined) return missingCustomField({ ...wanted, title: customField }, known);
  const fields = known.facts.filter((fact) => fact.record === record).map((fact) => fact.field);
  if (fields.length === 0) return missingRecord(wanted, offered);
  if (fields.includes(field) || isFurtherField(wanted, fields, known)) return [];
  const suggestion = closestSpelling(field, fields);
  const message = `The ${record} in ${system} has no field ${quoted(field)}.${didYouMean(suggestion)}`;
  return [{ ...span, message }];
}

/** So few letters apart, a name is a slip of the pen and none of the account's own. */
const slip = 2;

/** Whether a field is one that only the account knows: its system takes names of this form, and it is no misspelt one of the others. */
function isFurtherField(
  { record, field }: Pick<Wanted, 'record' | 'field'>,
  fields: readonly string[],
  { furtherFields = [] }: OfferedSystem,
): boolean {
  const isOfForm = furtherFields.some(
    ({ records, form }) => records.includes(record) && new RegExp(`^(?:${form})$`).test(field),
  );
  const isSlip = (one: string) => spellingDistance(foldName(one), foldName(field)) <= slip;
  return isOfForm && !fields.some(isSlip);
}

function missingCustomField(
  { record, title, span }: Wanted & { readonly title: string },
  { name, customFields }: OfferedSystem,
): readonly NotOffered[] {
  // The catalogue has the titles of custom fields, not their ids.
  if (!customFields || /^\d+$/.test(title)) return [];
  const titles = customFields.filter((field) => field.record === record).map((field) => field.title);
  if (titles.some((known) => foldName(known) === foldName(title))) return [];
  const suggestion = closestSpelling(title, titles);
  const message = `The ${record} in ${name} has no custom field ${quoted(title)}.${didYouMean(suggestion)}`;
  return [{ ...span, message }];
}

function missingRecord(
  { system, record, span }: Pick<Wanted, 'system' | 'record' | 'span'>,
  offered: OfferedSystems,
): readonly NotOffered[] {
  const known = offered.get(system);
  if (!known) return [];
  const records = [...known.facts, ...(known.customFields ?? [])].map((field) => field.record);
  if (records.includes(record)) return [];
  const suggestion = closestSpelling(record, [...new Set(records)]);
  const message = `${system} gives no facts of ${quoted(record)}.${didYouMean(suggestion)}`;
  return [{ ...span, message }];
}
