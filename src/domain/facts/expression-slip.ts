import { endOfSpace, sameText } from './fold-text.ts';
import { quoted } from './found-problem.ts';
import type { Span } from './problem.ts';
import { slipForms, type Mend, type SlipPlace } from './slip-forms.ts';

/** What was probably meant where a condition cannot be read. Without a suggestion only the writer can say it. */
type ExpressionSlip = Span & {
  readonly message: string;
  readonly written: string;
  readonly suggestion: string | undefined;
};

/** The slip at the place where a condition could not be read; undefined where it is none that is known. */
export function findExpressionSlip(where: SlipPlace): ExpressionSlip | undefined {
  const worded = findWithout(where) ?? findBareSet(where);
  if (worded) return worded;
  const { text, at } = where;
  const near = Math.max(0, at - 60);
  for (const { words, mend } of slipForms) {
    for (const found of text.slice(near, at + 60).matchAll(words)) {
      const from = near + found.index;
      const to = from + found[0].length;
      if (at < from || at > endOfSpace(text, to) || !isFree(text, from)) continue;
      const meant = mend(found, where);
      if (meant) return slipAt({ from, to }, { ...meant, written: found[0] });
    }
  }
  return undefined;
}

/** Nothing that stands inside the quotes of a text is a slip. */
function isFree(text: string, from: number): boolean {
  return (text.slice(0, from).match(/["“”]/g) ?? []).length % 2 === 0;
}

function slipAt(
  span: Span,
  { say, suggestion, written }: NonNullable<Mend> & { readonly written: string },
): ExpressionSlip {
  const write = suggestion === undefined ? '' : `: write ${quoted(suggestion)}`;
  const message = `${quoted(written)} cannot be read. ${say}${write}.`;
  return { ...span, message, written, suggestion };
}

/** `no prior chargebacks` */
function findWithout({ text, at, vocabulary }: SlipPlace): ExpressionSlip | undefined {
  const no = /\b(?:no|without|zero)\s+$/i.exec(text.slice(0, at));
  const match = no && vocabulary.matchAt(text, at);
  if (!no || !match) return undefined;
  const { fact, to } = match;
  const none: Partial<Record<string, string>> = {
    count: `${fact.name} = 0`,
    number: `${fact.name} = 0`,
    list: `count(${fact.name}) = 0`,
    'yes-no': `not ${fact.name}`,
  };
  const suggestion = none[fact.type?.kind ?? ''];
  if (suggestion === undefined) return undefined;
  const written = text.slice(no.index, to);
  return slipAt({ from: no.index, to }, { say: 'Compare the fact with a value', suggestion, written });
}

/** `in (in progress, fulfilled)`: the values of a choice without their quotes. */
function findBareSet({ text, at, vocabulary }: SlipPlace): ExpressionSlip | undefined {
  const from = text.lastIndexOf('(', at);
  const to = text.indexOf(')', at) + 1;
  if (from < 0 || to === 0 || !/\b(?:in|of)\s*$/i.test(text.slice(0, from))) return undefined;
  const values = text
    .slice(from + 1, to - 1)
    .split(/\s*,\s*|\s+or\s+/i)
    .map((value) => value.trim());
  const isChoice = vocabulary.facts.some(
    ({ type }) =>
      type?.kind === 'choice' &&
      values.every((value) => type.options.some((option) => sameText(option, value))),
  );
  if (!isChoice) return undefined;
  const suggestion = `(${values.map((value) => `"${value}"`).join(', ')})`;
  return slipAt({ from, to }, { say: 'Texts stand in quotes', suggestion, written: text.slice(from, to) });
}
