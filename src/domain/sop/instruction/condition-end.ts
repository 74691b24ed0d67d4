import { startsInstruction } from './keywords.ts';
import type { Phrase } from './phrase.ts';

/** The condition of an `If`, and what is to be done; `body` is undefined where nothing says where the condition ends. */
export type Conditional = { readonly condition: Phrase; readonly body: Phrase | undefined };

/**
 * Splits what stands behind an `If` or a `When`. The condition ends at the first `:` outside quotes and brackets; without one,
 * at the first `then` that does not belong to an inner `if`; without one, at the first comma that is followed by an
 * instruction. Source: SOP language, section 2.
 */
export function splitCondition(phrase: Phrase): Conditional {
  const head = beforeRefused(phrase);
  const end = findColon(head) ?? findThen(head) ?? findComma(head);
  if (!end) return { condition: phrase, body: undefined };
  return {
    condition: trimCondition(phrase.part(phrase.from, end.from)),
    body: trimBody(phrase.part(end.to, phrase.to)),
  };
}

/** The colon of an `If refused:` behind it belongs to that. */
function beforeRefused(phrase: Phrase): Phrase {
  for (const { index } of phrase.outerMatches(/\bif\s+refused\b/gi)) return phrase.part(phrase.from, index);
  return phrase;
}

type End = { readonly from: number; readonly to: number };

function findColon(phrase: Phrase): End | undefined {
  for (const { index } of phrase.outerMatches(/:/g)) return { from: index, to: index + 1 };
  return undefined;
}

function findThen(phrase: Phrase): End | undefined {
  let innerIfs = 0;
  for (const { index, text } of phrase.outerMatches(/\b(?:if|then)\b/gi)) {
    if (text.toLowerCase() === 'if') innerIfs += 1;
    else if (innerIfs > 0) innerIfs -= 1;
    else return { from: index, to: index + text.length };
  }
  return undefined;
}

function findComma(phrase: Phrase): End | undefined {
  for (const { index, text } of phrase.outerMatches(/,\s*/g)) {
    if (startsInstruction(phrase, index + text.length)) return { from: index, to: index + 1 };
  }
  return undefined;
}

/** `If a, then: …` and `If a then, …` say it twice. */
function trimCondition(condition: Phrase): Phrase {
  const words = condition.words.replace(/(?:\s*,)?(?:\s+then)?(?:\s*,)?$/i, '');
  return condition.part(condition.from, condition.from + words.length);
}

function trimBody(body: Phrase): Phrase {
  const found = body.match(/(?:then\b\s*)?[,:]?\s*/iy, body.from);
  return body.part(body.from + (found?.[0].length ?? 0), body.to);
}
