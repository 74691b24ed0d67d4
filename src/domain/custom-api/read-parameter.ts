import { quoted } from '../facts/found-problem.ts';
import type { YamlEntry } from '../sop/header/read-yaml.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiField, ApiParameter } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { readType } from './read-field.ts';
import { splitOutside } from './read-tests.ts';
import { textOf } from './section.ts';

/** Names that stand for something else in a request. */
export const reservedNames = ['id', 'key', 'approver', 'ticket'] as const;

const words = ['required', 'optional', 'editable', 'fixed', 'long', 'positive', 'may rise'] as const;
type Word = (typeof words)[number];

const example = 'reason: text, required, editable';

/**
 * Reads `fee: money EUR, required, editable, at most fee, label "Fee"`. What is not said is the stricter one: not editable, and an edit may
 * lower an amount and never raise it. Whether it is required has to be said.
 */
export function readParameter(
  entry: YamlEntry,
  fields: readonly ApiField[],
  findings: Findings,
): ApiParameter | undefined {
  const name = entry.key.text.trim();
  if (!/^[a-z]\w*$/.test(name) || reservedNames.some((one) => one === name)) {
    const message = `${quoted(name)} cannot be a parameter: SOPs name them with small letters, digits and “_”, and ${reservedNames.join(', ')} have a meaning already.`;
    findings.error(entry.key.span, { id: 'api-name', message, values: { name } });
    return undefined;
  }
  const text = textOf(entry);
  const [typeText, ...others] = text ? partsOf(text) : [];
  if (typeText === undefined) {
    const message = `It is not said what ${quoted(name)} is. Write “${example}”.`;
    findings.error(entry.key.span, { id: 'api-value', message, values: { name } });
    return undefined;
  }
  const type = readType(typeText, findings);
  const said = readWords(others, fields, findings);
  if (!said.has('required') && !said.has('optional')) {
    const message = `Say whether ${quoted(name)} is “required” or “optional”: “${example}”.`;
    findings.error(typeText.span, { id: 'api-value', message, values: { name } });
  }
  if (type === undefined) return undefined;
  const parameter = {
    name,
    type,
    label: said.label,
    required: !said.has('optional'),
    editable: said.has('editable'),
    isLong: said.has('long'),
    isPositive: said.has('positive') || type.kind === 'money',
    mayRise: said.has('may rise'),
    atMost: said.atMost,
  };
  const because = amountProblem(parameter, said);
  if (because !== undefined)
    findings.error(typeText.span, { id: 'api-type', message: `${quoted(name)}: ${because}` });
  return parameter;
}

/** Commas inside of `one of (…)` separate options. */
function partsOf(text: PlacedText): readonly PlacedText[] {
  const choice = /^one of ?\([^()]*\)/i.exec(text.text)?.[0].length ?? 0;
  if (choice === 0) return splitOutside(text, /,/g);
  const rest = text.slice(choice, text.text.length).trim();
  const others = rest.isEmpty ? [] : splitOutside(rest, /,/g).filter((part) => !part.isEmpty);
  return [text.slice(0, choice), ...others];
}

type Said = {
  readonly has: (word: Word) => boolean;
  readonly label: string | undefined;
  readonly atMost: ApiField | undefined;
};

function readWords(parts: readonly PlacedText[], fields: readonly ApiField[], findings: Findings): Said {
  const said = new Set<Word>();
  let label: string | undefined;
  let atMost: ApiField | undefined;
  for (const part of parts) {
    const word = words.find((one) => one === part.text);
    const labelled = /^label\s+["“]([^"“”]{1,60})["”]$/.exec(part.text)?.[1];
    const limit = /^at most\s+(\w+)$/.exec(part.text)?.[1];
    if (word !== undefined) said.add(word);
    else if (labelled !== undefined) label = labelled.trim();
    else if (limit !== undefined) atMost = limitOf(part, { limit, fields, findings });
    else {
      const message = `${quoted(part.text)} says nothing about a parameter.`;
      findings.unknown(part.span, { id: 'api-value', message, name: part.text, known: words });
    }
  }
  return { has: (word) => said.has(word), label, atMost };
}

function limitOf(
  part: PlacedText,
  {
    limit,
    fields,
    findings,
  }: { readonly limit: string; readonly fields: readonly ApiField[]; readonly findings: Findings },
): ApiField | undefined {
  const field = fields.find(({ name }) => name === limit);
  if (field) return field;
  const message = `${quoted(limit)} is not a field of the record that “on” names.`;
  const known = fields.map(({ name }) => name);
  const from = part.text.length - limit.length;
  const span = part.spanOf(from, part.text.length);
  findings.unknown(span, { id: 'api-unknown-name', message, name: limit, known });
  return undefined;
}

const amounts: readonly string[] = ['money', 'number', 'count'];

function amountProblem({ type, atMost }: ApiParameter, said: Said): string | undefined {
  const isAmount = amounts.includes(type.kind);
  if (!isAmount && (said.has('positive') || said.has('may rise') || atMost !== undefined))
    return 'only money, numbers and counts have limits.';
  if (atMost !== undefined && atMost.type.kind !== type.kind)
    return `${quoted(atMost.name)} is of another type.`;
  return said.has('required') && said.has('optional') ? 'it is required or optional, not both.' : undefined;
}
