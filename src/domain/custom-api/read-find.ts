import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiField, ApiLookUp, FieldTest, FindOut, RecordReference } from './api-document.ts';
import { readReference } from './read-reference.ts';
import type { Section } from './section.ts';

type Known = {
  readonly lookUps: readonly ApiLookUp[];
  readonly on: RecordReference | undefined;
  readonly mustNotChange: readonly ApiField[];
  readonly check: readonly FieldTest[] | undefined;
};

const form = /^(?<reference>\w+(?:\s+by\s+(?:the\s+)?\w+)?)(?:\s+where\s+(?<field>\w+)\s+is\s+the\s+key)?$/d;

/**
 * Reads how a lost answer is cleared up: `hold by number where reference is the key`, `hold by the key`, `state`, or `nobody` where only a
 * person can tell.
 */
export function readFind(section: Section<'find'>, known: Known): FindOut | undefined {
  const text = section.need('find', 'find: nobody');
  if (text === undefined) return undefined;
  if (text.text === 'nobody') return { is: 'person' };
  if (text.text === 'state') return readState(section, text, known);
  return readKey(section, text, known);
}

/** What the record says before and after has to be told apart. */
function readState(
  section: Section<'find'>,
  text: PlacedText,
  { on, mustNotChange, check }: Known,
): FindOut | undefined {
  if (on !== undefined && mustNotChange.length > 0 && check?.length !== 0) return { is: 'state' };
  const message =
    'Its state tells whether it happened only with “on”, “must not change” and a “check” of its fields: what was before, and what is then.';
  section.findings.error(text.span, { id: 'api-unsafe', message });
  return undefined;
}

function readKey(section: Section<'find'>, text: PlacedText, { lookUps }: Known): FindOut | undefined {
  const groups = form.exec(text.text)?.indices?.groups;
  const range = groups?.['reference'];
  if (!range) {
    const message = `${quoted(text.text)} does not say how a lost answer is cleared up. Write “hold by number where reference is the key”, “state”, or “nobody”.`;
    section.findings.error(text.span, { id: 'api-value', message });
    return undefined;
  }
  const reference = readReference(text.slice(...range), lookUps, section.findings);
  if (!reference) return undefined;
  const fieldRange = groups['field'];
  if (!fieldRange) return withoutField(section, text, reference);
  const name = text.slice(...fieldRange);
  const field = reference.lookUp.fields.find((one) => one.name === name.text);
  if (field?.type.kind === 'text') return { is: 'key', reference, field };
  const message = field
    ? `${quoted(name.text)} has to be a text to hold the key.`
    : `${quoted(name.text)} is not a field of ${quoted(reference.lookUp.record)}.`;
  const names = reference.lookUp.fields.map((one) => one.name);
  if (field) section.findings.error(name.span, { id: 'api-type', message });
  else
    section.findings.unknown(name.span, { id: 'api-unknown-name', message, name: name.text, known: names });
  return undefined;
}

/** A record that is looked up by the key itself needs no other proof. */
function withoutField(
  section: Section<'find'>,
  text: PlacedText,
  reference: RecordReference,
): FindOut | undefined {
  if (reference.by === 'key') return { is: 'key', reference, field: undefined };
  const message = `Nothing ties ${quoted(reference.lookUp.record)} to this action. Write “${reference.lookUp.record} by number where reference is the key”, or “by the key”.`;
  section.findings.error(text.span, { id: 'api-unsafe', message });
  return undefined;
}
