import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import type { YamlValue } from '../sop/header/read-yaml.ts';
import type { BodyForm, BodyTemplate } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { jsonOfYaml } from './json-of-yaml.ts';

const forms = [
  'text',
  'seconds',
  'minutes',
  'hours',
  'days',
  'decimal',
  'number',
  'minor units',
  'currency',
] as const satisfies readonly BodyForm[];

const whole = /^\{\s*(?<name>\p{L}[\p{L}\p{M}\p{N}_ .'’-]*?)(?:\s+as\s+(?<form>[a-z ]+?))?\s*\}$/u;

/** Deeper than this nobody writes by hand. */
const deepest = 8;

type Reading = { readonly span: Span; readonly findings: Findings };

/** Reads `{ "reason": "{reason}", "cents": "{amount as minor units}" }`: JSON in which a whole value may be a name. */
export function readBody(value: YamlValue, source: string, findings: Findings): BodyTemplate | undefined {
  const { span } = value;
  const text = value.is === 'text' ? value.text.text : source.slice(span.from, span.to);
  const json = jsonOfYaml(text);
  if (json !== undefined && json !== null && typeof json === 'object')
    return readPart(json, { span, findings }, 0);
  const message = 'The body is not JSON. Write it with quotation marks, such as { "reason": "{reason}" }.';
  findings.error(span, { id: 'api-value', message });
  return undefined;
}

function readPart(json: unknown, reading: Reading, depth: number): BodyTemplate | undefined {
  if (depth > deepest) return wrong(reading, `The body is nested more than ${deepest} deep.`);
  if (typeof json === 'string') return readString(json, reading);
  if (json === null || typeof json === 'number' || typeof json === 'boolean')
    return { is: 'constant', value: json };
  if (Array.isArray(json)) {
    const items = json.map((item: unknown) => readPart(item, reading, depth + 1));
    const known = items.filter((item) => item !== undefined);
    return known.length === items.length ? { is: 'list', items: known } : undefined;
  }
  if (typeof json !== 'object') return undefined;
  const entries = Object.entries(json).flatMap(([key, value]: [string, unknown]) => {
    const part = isPlainKey(key)
      ? readPart(value, reading, depth + 1)
      : wrong(reading, `${quoted(key)} cannot be a key of the body.`);
    return part === undefined ? [] : ([[key, part]] as const);
  });
  return entries.length === Object.keys(json).length ? { is: 'object', entries } : undefined;
}

/** Names that mean something to JavaScript, and places for values where a key stands. */
const isPlainKey = (key: string): boolean =>
  !/[{}]/.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key);

function readString(text: string, reading: Reading): BodyTemplate | undefined {
  if (!/[{}]/.test(text)) return { is: 'constant', value: text };
  const { name, form } = whole.exec(text)?.groups ?? {};
  if (name === undefined)
    return wrong(reading, `${quoted(text)}: a name in braces is the whole value, such as "{reason}".`);
  const known = form === undefined ? 'plain' : forms.find((one) => one === form);
  return known === undefined
    ? wrong(
        reading,
        `${quoted(text)}: a value can stand there ${forms.map((one) => `“as ${one}”`).join(', ')}.`,
      )
    : { is: 'name', name, as: known };
}

function wrong({ span, findings }: Reading, message: string): undefined {
  findings.error(span, { id: 'api-value', message });
}

/** The names in a body with the forms that they take. */
export function valuesIn(body: BodyTemplate): readonly { readonly name: string; readonly as: BodyForm }[] {
  switch (body.is) {
    case 'constant':
      return [];
    case 'name':
      return [body];
    case 'list':
      return body.items.flatMap(valuesIn);
    case 'object':
      return body.entries.flatMap(([, value]) => valuesIn(value));
  }
}
