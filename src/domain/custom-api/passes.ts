import { canonicalText } from '../facts/canonical-text.ts';
import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { AnswerTest, FieldTest, PathTest } from './api-document.ts';
import type { Values } from './fill-request.ts';
import { jsonAt, scalarText } from './json-at.ts';

/** Whether an answer is one of those that a test describes. */
export function passesAnswer(test: AnswerTest, status: number, body: unknown): boolean {
  return test.some(
    ({ statuses, values }) => statuses.includes(status) && values.every((value) => passesPath(value, body)),
  );
}

/** Whether a place of an answer has the value; one that is not there has not. */
export function passesPath({ path, value }: PathTest, body: unknown): boolean {
  const found = scalarText(jsonAt(body, path));
  return found !== undefined && found === value;
}

/** Whether a field holds what it should; unknown is never yes. */
export function passesField(
  { field, value }: FieldTest,
  holds: FactJson | undefined,
  parameters: Values,
): boolean {
  const found = readValue(field.type, holds);
  const wanted = value.is === 'text' ? readValue(field.type, value.text) : parameters(value.name);
  return found !== undefined && wanted !== undefined && canonicalText(found) === canonicalText(wanted);
}
