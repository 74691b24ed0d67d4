import { quoted } from '../facts/found-problem.ts';
import type { Decision, Handler, Step } from '../sop/document.ts';
import type { Effect, Names } from './effect.ts';
import type { Part } from './occurrence.ts';

export const edgeCasesPart: Part = { key: 'edge cases', words: 'the edge cases' };

/** A step by the name that it has in the new version. */
export function stepPart(step: Step, names: Pick<Names, 'step'>): Part {
  const key = names.step(step.number);
  return { key, words: stepWords(step) };
}

/** `step 3, “Decide”`. */
export function stepWords({ number, name }: Pick<Step, 'number' | 'name'>): string {
  return name === '' ? `step ${String(number)}` : `step ${String(number)}, ${quoted(name)}`;
}

export const tablePart = ({ name }: Decision): Part => ({
  key: `table ${name}`,
  words: `the table ${quoted(name)}`,
});

/** What answers for a failure or a rejection, in a step or for the whole SOP. */
export function handlerPart(handler: Handler, around: Part, action: (name: string) => string): Part {
  const what = handlerWords(handler, action);
  const isEverywhere = around === edgeCasesPart;
  return {
    key: `${what} (${around.key})`,
    words: isEverywhere ? `If ${what}` : `If ${what} in ${placeWords(around)}`,
  };
}

function handlerWords(handler: Handler, action: (name: string) => string): string {
  if (handler.kind === 'on-rejection') return `${quoted(action(handler.action))} is rejected`;
  return 'action' in handler.of ? `${quoted(action(handler.of.action))} fails` : `${handler.of.system} fails`;
}

export function refusalPart({ words }: Effect, around: Part): Part {
  const what = `${quoted(words)} is answered no`;
  return { key: `${what} (${around.key})`, words: `If ${what} in ${placeWords(around)}` };
}

/** A part that is itself what answers for a failure. */
const placeWords = ({ words }: Part): string => words.replace(/^If /, 'what is done if ');
