import { conditionItems, choiceItems } from './condition-items.ts';
import { expectedAfter } from './condition-state.ts';
import type { Expected } from './expected.ts';
import { readTokens, type Token } from './condition-tokens.ts';
import type { CompletionItem, Slot } from './completion.ts';
import { beginsWith, foldTyped } from './fill-slot.ts';
import type { Outline } from './outline.ts';

/** So many pieces back a name can have begun that is still being typed. */
const mostPieces = 8;
/** A condition that is longer is looked at from its end. */
const longestCondition = 2000;

/** What an expression that is no condition has: nothing is compared in it. */
const operands: readonly Expected['is'][] = ['operand', 'value', 'argument', 'set'];

/**
 * The places in a condition at which something that is still being typed can have begun, the last one first: a name can have
 * several words, so it need not be the last word. The condition, or the expression, reaches from `from` to the cursor.
 */
export function conditionSlots(
  outline: Outline,
  from: number,
  { isExpression }: { readonly isExpression: boolean } = { isExpression: false },
): readonly Slot[] {
  const { text, offset, vocabulary } = outline;
  const itemsAfter = (before: readonly Token[]) => {
    const expected = expectedAfter(before);
    return isExpression && !operands.includes(expected.is) ? [] : conditionItems(expected, outline);
  };
  const start = Math.max(from, offset - longestCondition);
  const written = text.slice(start, offset);
  const tokens = readTokens(written, vocabulary);
  const last = tokens.at(-1);
  if (last?.is === 'quote') {
    const expected = expectedAfter(tokens.slice(0, -1));
    const left = 'left' in expected && expected.is !== 'operator' ? expected.left : undefined;
    return [
      { at: start + last.from + 1, items: choiceItems(left, ['', written[last.from] === '“' ? '”' : '"']) },
    ];
  }
  const recent = tokens.slice(-mostPieces);
  const slots = recent.map((token, index): Slot => {
    const before = tokens.slice(0, tokens.length - recent.length + index);
    return { at: start + token.from, items: itemsAfter(before) };
  });
  const isBehindWord = /[\p{L}\p{M}\p{N}_]$/u.test(written);
  const next = isBehindWord ? [] : [{ at: offset, items: itemsAfter(tokens) }];
  // A name of several words can hold words of the language, such as “terms and conditions”: it goes before what follows them.
  const names = slots
    .slice(0, -1)
    .map(({ at, items }) => ({ at, items: factsFrom(items, foldTyped(text.slice(at, offset))) }))
    .find(({ items }) => items.length > 0);
  return names ? [names] : [...next, ...slots.toReversed()];
}

const factsFrom = (items: readonly CompletionItem[], folded: string) =>
  items.filter((item) => item.kind === 'fact' && beginsWith(item, folded));
