import { factTypeText } from '../facts/fact-type.ts';
import type { FactType } from '../facts/value.ts';
import type { OfferedSystem } from '../sop/catalogue.ts';
import type { CompletionItem, CompletionKind } from './completion.ts';
import { isComparable } from './fact-items.ts';
import type { Outline } from './outline.ts';

/**
 * Where a fact can come from: the message, the fields of the SOP's own records, and every field of the systems. Those of a
 * comparable type come first.
 */
export function sourceItems(outline: Outline, wanted: FactType | undefined): readonly CompletionItem[] {
  const { catalogue, records } = outline;
  const own = records.flatMap(({ name, of }) =>
    catalogue.systems.flatMap((system) =>
      fieldsOf(system).flatMap((field) =>
        `${system.name}.${field.record}` === of ? [{ ...field, path: `${name}.${field.field}` }] : [],
      ),
    ),
  );
  const all = catalogue.systems.flatMap((system) =>
    fieldsOf(system).map((field) => ({ ...field, path: `${system.name}.${field.record}.${field.field}` })),
  );
  const fields = [...own, ...all];
  const isFitting = ({ type }: Field) => type !== undefined && isComparable(wanted, type);
  return [
    item('message', 'source', 'read from what the customer wrote, with the words quoted'),
    ...[...fields.filter(isFitting), ...fields.filter((field) => !isFitting(field))].map(({ path, type }) =>
      item(path, 'source', type ? factTypeText(type) : 'a custom field, by its title'),
    ),
  ];
}

/** What `set` can change: fields of the ticket, its requester and its organization. */
export function settableItems({ catalogue }: Outline): readonly CompletionItem[] {
  const zendesk = catalogue.systems.find(({ name }) => name === 'zendesk');
  if (!zendesk) return [];
  return fieldsOf(zendesk).map(({ record, field, type }) =>
    item(`zendesk.${record}.${field}`, 'source', type ? factTypeText(type) : 'a custom field, by its title'),
  );
}

/** The titles of the custom fields of a record, to stand inside quotation marks. */
export function titleItems(
  { catalogue, records }: Outline,
  path: string,
  quote: string,
): readonly CompletionItem[] {
  const of = records.find(({ name }) => name === path)?.of ?? path;
  return catalogue.systems.flatMap(({ name, customFields = [] }) =>
    customFields
      .filter(({ record }) => `${name}.${record}` === of)
      .map(({ title, type }) => ({
        ...item(title, 'source', factTypeText(type)),
        insert: `${title}${quote}`,
      })),
  );
}

/** `shopify.order`, for a record of the SOP's own. */
export function recordItems({ catalogue }: Outline): readonly CompletionItem[] {
  const entities = catalogue.systems.flatMap(({ name, facts }) =>
    facts.map(({ record }) => `${name}.${record}`),
  );
  return [...new Set(entities)].map((entity) => ({ ...item(entity, 'source', ''), insert: `${entity} by ` }));
}

/** `stripe.refund`, also in the short form of an action with one parameter. */
export function operationItems({ catalogue }: Outline): readonly CompletionItem[] {
  return catalogue.systems.flatMap(({ actions }) =>
    actions.flatMap(({ operation, parameters }) => {
      const needed = parameters.filter(({ required }) => required);
      const detail = parameters.map(
        ({ name, type, required }) => `${name}${required ? '' : '?'}: ${factTypeText(type)}`,
      );
      const whole = { ...item(operation, 'operation', detail.join(', ')), insert: `${operation} (` };
      const short = `${operation}.${needed[0]?.name ?? ''}`;
      const alone = { ...item(short, 'operation', detail.join(', ')), insert: `${short} = ` };
      return needed.length === 1 ? [whole, alone] : [whole];
    }),
  );
}

type Field = { readonly record: string; readonly field: string; readonly type: FactType | undefined };

/** Those that the system has by name, its known custom fields, and a custom field whose title is to be written. */
function fieldsOf({ name, facts, customFields = [] }: OfferedSystem): readonly Field[] {
  const titled = customFields.map(({ record, title, type }) => ({ record, field: `field "${title}"`, type }));
  const records = name === 'zendesk' ? [...new Set(facts.map(({ record }) => record))] : [];
  const open = records.map((record) => ({ record, field: 'field "', type: undefined }));
  return [...facts, ...titled, ...open];
}

const item = (label: string, kind: CompletionKind, detail: string): CompletionItem => ({
  label,
  insert: label,
  kind,
  detail,
});
