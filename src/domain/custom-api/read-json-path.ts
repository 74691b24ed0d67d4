import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { JsonPath } from './api-document.ts';
import type { Findings } from './api-problem.ts';

const keyForm = /^[A-Za-z_@$][\w@$-]*$/;
const foreign = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads where something stands in an answer: `parcel.weight`. */
export function readJsonPath(text: PlacedText, findings: Findings): JsonPath | undefined {
  const path = text.text.split('.');
  const because = problemOf(path);
  if (because === undefined) return path;
  findings.error(text.span, {
    id: 'api-value',
    message: `${quoted(text.text)} is not a place in an answer, such as “parcel.weight”: ${because}`,
  });
  return undefined;
}

function problemOf(path: JsonPath): string | undefined {
  if (path.length > 8) return 'that is more than 8 keys deep.';
  if (path.some((key) => /^\d+$/.test(key)))
    return 'a number would take one of several without saying why; name the list with “found in”.';
  const strange = path.find((key) => !keyForm.test(key) || foreign.has(key));
  return strange === undefined ? undefined : `${quoted(strange)} cannot be a key.`;
}

const wholeAnswer = 'the whole answer';

/** The same for a list, which may be the answer itself: `the whole answer`. */
export function readListPath(text: PlacedText, findings: Findings): JsonPath | undefined {
  return text.text.toLowerCase() === wholeAnswer ? [] : readJsonPath(text, findings);
}
