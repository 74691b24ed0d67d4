import { quotedRanges } from '../sop/quotes.ts';
import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import { conditionSlots } from './condition-slots.ts';
import { wordSlots } from './operand-slots.ts';
import type { Outline } from './outline.ts';
import { operationItems } from './source-items.ts';
import { factTypeText } from '../facts/fact-type.ts';

/** A line below `actions`, behind its colon: `<system>.<operation> (<param> = <expression>, …) only if … needs …`. */
export function actionSlots(outline: Outline, from: number): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const call = /^([\w-]+(?:\.\w+)+)\s*(\(|=\s*)/.exec(written);
  if (!call) return [{ at: from, items: operationItems(outline) }, ...lockWords(outline, from)];
  const inside = call[0].length;
  if (call[2] !== '(') return behindCall(outline, from + inside, { isExpression: true });
  const parameters = splitParameters(written, inside);
  if (parameters.closedAt !== undefined)
    return behindCall(outline, from + parameters.closedAt + 1, { isExpression: false });
  const last = written.slice(parameters.lastFrom);
  const equals = /^\s*\w+\s*=\s*/.exec(last);
  if (equals)
    return conditionSlots(outline, from + parameters.lastFrom + equals[0].length, { isExpression: true });
  const space = last.length - last.trimStart().length;
  return [{ at: from + parameters.lastFrom + space, items: parameterItems(outline, call[1] ?? '', written) }];
}

/** Where the last parameter begins, and where the bracket closes, if it does. */
function splitParameters(written: string, from: number): { lastFrom: number; closedAt: number | undefined } {
  const quoted = quotedRanges(written);
  let lastFrom = from;
  let depth = 0;
  for (const { index, 0: sign } of written.matchAll(/[(),]/g)) {
    if (index < from || quoted.some((range) => range.from <= index && index < range.to)) continue;
    if (sign === ',' && depth === 0) lastFrom = index + 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return { lastFrom, closedAt: index };
    else if (sign === ')') depth -= 1;
  }
  return { lastFrom, closedAt: undefined };
}

/** The expression of the short form, and then `only if` and `needs` in either order. */
function behindCall(
  outline: Outline,
  from: number,
  { isExpression }: { readonly isExpression: boolean },
): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const locks = [...written.matchAll(/(?<![\p{L}\p{N}_])(?:only\s+if|needs)(?:\s+|$)/giu)];
  const lock = locks.findLast(({ 0: words }) => /\s$/.test(words));
  const words = lockWords(outline, from);
  if (!lock) return isExpression ? [...conditionSlots(outline, from, { isExpression }), ...words] : words;
  const at = from + lock.index + lock[0].length;
  const further = at < outline.offset ? words : [];
  if (/^needs/i.test(lock[0])) return [{ at, items: itemsOf('team', outline.people) }, ...further];
  return [...conditionSlots(outline, at), ...further];
}

function lockWords(outline: Outline, from: number): readonly Slot[] {
  return wordSlots(outline, from, ['only if ', 'needs ']);
}

/** The parameters of the operation that are not given yet, those that are needed first. */
function parameterItems(outline: Outline, operation: string, written: string): readonly CompletionItem[] {
  const action = outline.catalogue.systems
    .flatMap(({ actions }) => actions)
    .find((offered) => offered.operation.toLowerCase() === operation.toLowerCase());
  const given = [...written.matchAll(/[(,]\s*(\w+)\s*=/g)].map(([, name = '']) => name.toLowerCase());
  return (action?.parameters ?? [])
    .filter(({ name }) => !given.includes(name.toLowerCase()))
    .toSorted((one, other) => Number(other.required) - Number(one.required))
    .map(({ name, type, required }) => ({
      label: name,
      insert: `${name} = `,
      kind: 'parameter',
      detail: `${factTypeText(type)}${required ? '' : ', may be left out'}`,
    }));
}
