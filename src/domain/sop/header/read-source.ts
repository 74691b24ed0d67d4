import type { RecordDeclaration, Source } from '../document.ts';

const wholeSource = /^([a-z][\w-]*)\.([a-z]\w*)\.(?:field\s*(?:"([^"]+)"|“([^”]+)”|(\d+))|(\w+(?:\.\w+)*))$/i;
const fieldOfRecord = /^(.+?)\.(?:field\s*(?:"([^"]+)"|“([^”]+)”|(\d+))|(\w+(?:\.\w+)*))$/;

/**
 * Reads where a fact comes from: `system.record.field`, `system.record.field "Title"`, `record.field` with a record of the SOP's
 * own, or `message`. Undefined if the text is none of these. Source: SOP language, section 1, "Sources".
 */
export function readSource(text: string, records: readonly RecordDeclaration[]): Source | undefined {
  const written = text.trim().replace(/\s+/g, ' ');
  if (/^(?:the )?message$/i.test(written)) return { from: 'message' };
  return sourceOfRecord(written, records) ?? sourceOfSystem(written);
}

function sourceOfRecord(text: string, records: readonly RecordDeclaration[]): Source | undefined {
  const found = fieldOfRecord.exec(text);
  const record = records.find(({ name }) => name.toLowerCase() === found?.[1]?.toLowerCase());
  if (!found || !record) return undefined;
  const { system, entity, name } = record;
  const [, , straight, curly, id, field = 'field'] = found;
  return {
    from: 'system',
    system,
    record: entity,
    field,
    customField: straight ?? curly ?? id,
    declaredRecord: name,
  };
}

function sourceOfSystem(text: string): Source | undefined {
  const found = wholeSource.exec(text);
  if (!found) return undefined;
  const [, system = '', record = '', straight, curly, id, field = 'field'] = found;
  const customField = straight ?? curly ?? id;
  return {
    from: 'system',
    system: system.toLowerCase(),
    record,
    field,
    customField,
    declaredRecord: undefined,
  };
}
