import { canonicalText } from '../facts/canonical-text.ts';
import { quoted } from '../facts/found-problem.ts';
import { readValue } from '../facts/read-value.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import { quotedRanges } from '../sop/quotes.ts';
import type { AnswerTest, ApiField, ApiParameter, FieldTest, PathTest } from './api-document.ts';
import type { Findings } from './api-problem.ts';
import { readJsonPath } from './read-json-path.ts';

const testForm = /^(?<left>\S+)\s+is\s+(?<right>\S.*)$/ds;

/** Reads `status is held`: a place in an answer and the value that it has to have. */
export function readPathTest(text: PlacedText, findings: Findings): PathTest | undefined {
  const { left, right } = sidesOf(text) ?? {};
  const path = left && readJsonPath(left, findings);
  if (left === undefined || right === undefined) {
    const message = `${quoted(text.text)} is not a test. Write “status is held”.`;
    findings.error(text.span, { id: 'api-value', message });
  }
  return path && right && { path, value: unquoted(right) };
}

/** Which statuses a test may speak of: those of success, or those of a refusal. */
export type Statuses = 'success' | 'refusal';

/** Reads `200, 201 and status is held`, several of them joined by `or`. */
export function readAnswerTest(text: PlacedText, kind: Statuses, findings: Findings): AnswerTest | undefined {
  const read = splitOutside(text, /\s+or\s+/g).map((part) => readAlternative(part, kind, findings));
  const known = read.filter((one) => one !== undefined);
  return known.length === read.length ? known : undefined;
}

function readAlternative(
  text: PlacedText,
  kind: Statuses,
  findings: Findings,
): AnswerTest[number] | undefined {
  const [first = text, ...others] = splitOutside(text, /\s+and\s+/g);
  const statuses = readStatuses(first);
  const values = others.map((part) => readPathTest(part, findings));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  const because = statuses === undefined ? 'it begins with statuses' : statusProblem(statuses, kind, known);
  if (statuses !== undefined && because === undefined) return { statuses, values: known };
  const example =
    kind === 'success' ? '200, 201 and status is held' : '409, 422 or 200 and result is rejected';
  const message = `${quoted(text.text)} is not a test of an answer: ${because ?? ''}, such as “${example}”.`;
  findings.error(text.span, { id: 'api-value', message });
  return undefined;
}

/** Reads `200, 201`. */
export function readStatuses(text: PlacedText): readonly number[] | undefined {
  const parts = text.text.split(',').map((part) => part.trim());
  return parts.every((part) => /^[1-5]\d\d$/.test(part)) ? parts.map(Number) : undefined;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

function statusProblem(
  statuses: readonly number[],
  kind: Statuses,
  values: readonly PathTest[],
): string | undefined {
  if (kind === 'success')
    return statuses.every(isSuccess) ? undefined : 'what succeeded has a status from 200 to 299';
  if (statuses.some((status) => !isSuccess(status) && (status < 400 || status > 499)))
    return 'only 400 to 499 are a clear refusal; anything else may have been carried out';
  return statuses.some(isSuccess) && values.length === 0
    ? 'a status from 200 to 299 refuses only together with a value'
    : undefined;
}

type FieldTestOptions = {
  readonly fields: readonly ApiField[];
  readonly record: string;
  readonly parameters: readonly ApiParameter[];
  readonly findings: Findings;
};

/** Reads `status is held and address is {address}`, over declared fields of a record. */
export function readFieldTests(text: PlacedText, options: FieldTestOptions): readonly FieldTest[] {
  return splitOutside(text, /\s+and\s+/g).flatMap((part) => readFieldTest(part, options) ?? []);
}

function readFieldTest(text: PlacedText, options: FieldTestOptions): FieldTest | undefined {
  const { fields, record, findings } = options;
  const { left, right } = sidesOf(text) ?? {};
  if (!left || !right) {
    const message = `${quoted(text.text)} is not a test of ${quoted(record)}. Write “status is held”.`;
    findings.error(text.span, { id: 'api-value', message });
    return undefined;
  }
  const field = fields.find(({ name }) => name === left.text);
  if (!field) {
    const known = fields.map(({ name }) => name);
    const message = `${quoted(left.text)} is not a field of ${quoted(record)}.`;
    findings.unknown(left.span, { id: 'api-unknown-name', message, name: left.text, known });
    return undefined;
  }
  return readOther(right, field, options);
}

/** What a field is compared with: a value of its own type, or a parameter of the same type. */
function readOther(
  right: PlacedText,
  field: ApiField,
  { parameters, findings }: FieldTestOptions,
): FieldTest | undefined {
  const name = /^\{\s*(\w+)\s*\}$/.exec(right.text)?.[1];
  if (name === undefined) {
    const value = readValue(field.type, unquoted(right));
    if (value && field.type.kind !== 'list')
      return { field, value: { is: 'text', text: canonicalText(value) } };
    const message = `${quoted(right.text)} is never a value of ${quoted(field.name)}.`;
    findings.unknown(right.span, {
      id: 'api-type',
      message,
      name: right.text,
      known: field.type.kind === 'choice' ? field.type.options : [],
    });
    return undefined;
  }
  const parameter = parameters.find((one) => one.name === name);
  if (parameter?.type.kind === field.type.kind) return { field, value: { is: 'parameter', name } };
  const message = parameter
    ? `The parameter ${quoted(name)} is of another type than ${quoted(field.name)}.`
    : `${quoted(name)} is not a parameter.`;
  const known = parameters.map((one) => one.name);
  if (parameter) findings.error(right.span, { id: 'api-type', message, values: { name } });
  else findings.unknown(right.span, { id: 'api-unknown-name', message, name, known });
  return undefined;
}

function sidesOf(text: PlacedText) {
  const groups = testForm.exec(text.text)?.indices?.groups;
  const [left, right] = [groups?.['left'], groups?.['right']];
  return left && right ? { left: text.slice(...left), right: text.slice(...right) } : undefined;
}

function unquoted({ text }: PlacedText): string {
  return /^(?:"[^"]*"|“[^“”]*”)$/.test(text) ? text.slice(1, -1) : text;
}

/** The parts of a text between the places where a pattern matches outside of quotation marks. */
export function splitOutside(text: PlacedText, pattern: RegExp): readonly PlacedText[] {
  const quotes = quotedRanges(text.text);
  const parts: PlacedText[] = [];
  let from = 0;
  for (const { 0: words, index } of text.text.matchAll(pattern)) {
    if (quotes.some((range) => range.from < index && index < range.to)) continue;
    parts.push(text.slice(from, index).trim());
    from = index + words.length;
  }
  return [...parts, text.slice(from, text.text.length).trim()];
}
