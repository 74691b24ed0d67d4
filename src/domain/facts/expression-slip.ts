import { endOfSpace } from './fold-text.ts';
import { quoted } from './found-problem.ts';
import type { Span } from './problem.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writtenDay } from './written-day.ts';

/** What was probably meant where a condition cannot be read. Without a suggestion only the writer can say it. */
export type ExpressionSlip = Span & {
  readonly message: string;
  readonly written: string;
  readonly suggestion: string | undefined;
};

type Where = {
  readonly text: string;
  /** Where the parser gave up. */
  readonly at: number;
  readonly vocabulary: Vocabulary;
  /** In the cell of a table a comparison has no left side and stands in signs. */
  readonly isCell: boolean;
};

type Slip = { readonly words: RegExp; readonly mend: (found: RegExpExecArray, where: Where) => Mend };
type Mend = { readonly say: string; readonly suggestion?: string | undefined } | undefined;

const amount = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;

/** Slips that people make in a text editor, or that come with a text from another tool. The first that fits counts. */
const slips: readonly Slip[] = [
  {
    words: /\d{1,2}[./]\d{1,2}[./]\d{4}\b/g,
    mend: ([written]) => ({
      say: 'Dates are written as year, month and day',
      suggestion: writtenDay(written),
    }),
  },
  {
    words: /(?<sign>[$€£]\s?)?(?<whole>\d{1,3}(?:\.\d{3})+),(?<rest>\d{1,2})\b/g,
    mend: ({ groups = {} }) => ({
      say: 'Thousands are set off by commas, and decimals by a dot',
      suggestion: `${groups['sign'] ?? ''}${groups['whole']?.replaceAll('.', ',') ?? ''}.${groups['rest'] ?? ''}`,
    }),
  },
  {
    words: new RegExp(`(?<amount>${amount})\\s?(?<sign>[$€£])`, 'g'),
    mend: ({ groups = {} }) => ({
      say: 'The sign of the currency stands before the number',
      suggestion: `${groups['sign'] ?? ''}${groups['amount'] ?? ''}`,
    }),
  },
  {
    words: new RegExp(`(?:[$€£]\\s?)?(?<amount>${amount})\\s?(?<name>dollars?|euros?|pounds?)\\b`, 'gi'),
    mend: ({ groups = {} }) => ({
      say: 'Amounts are written with a sign or a code',
      suggestion: `${signOf(groups['name'] ?? '')}${groups['amount'] ?? ''}`,
    }),
  },
  {
    words: new RegExp(`(?<amount>${amount})\\s?percent\\b`, 'gi'),
    mend: ({ groups = {} }) => ({ say: 'Percent is a sign here', suggestion: `${groups['amount'] ?? ''} %` }),
  },
  {
    words: /\b(?<number>\d+(?:\.\d+)?)\s?(?<unit>hrs?|h|mins?|wks?|d)\b/gi,
    mend: ({ groups = {} }) => ({
      say: 'Units are written out',
      suggestion: `${groups['number'] ?? ''} ${unitOf(groups['unit'] ?? '')}`,
    }),
  },
  {
    words: /&(?:amp;)?&?(?!\w+;)/g,
    mend: () => ({ say: 'Conditions are joined by a word', suggestion: 'and' }),
  },
  { words: /\|\|?/g, mend: () => ({ say: 'Conditions are joined by a word', suggestion: 'or' }) },
  {
    words: /(?:&[lg]t;|[<>=])\s?=|&[lg]t;|[≤≥≠≦≧]|<>|=[<>]|={2,3}|!==/g,
    mend: ([written]) => mendSign(written),
  },
  { words: /[‘'‚`„«»‹](?<text>[^‘’'‚`„“”«»‹›"]+)[’'‘`“”»«›]/g, mend: mendQuotes },
  {
    words:
      /\b(?<is>is\s+)?(?<words>(?:less|more|greater|fewer|larger|higher|lower|bigger|smaller)\s+the?[na](?:\s+or\s+equal(?:\s+to)?)?|under|below|over|above|exceeds|up\s+to|no\s+(?:more|less)\s+than|at\s+least|at\s+most|before|after|equals|equal\s+to)(?!\w)/gi,
    mend: ({ groups = {} }, where) => mendComparison(groups['words'] ?? '', where),
  },
];

/** The slip at the place where a condition could not be read; undefined where it is none that is known. */
export function findExpressionSlip(where: Where): ExpressionSlip | undefined {
  const without = findWithout(where);
  if (without) return without;
  const { text, at } = where;
  const near = Math.max(0, at - 60);
  for (const { words, mend } of slips) {
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
function findWithout({ text, at, vocabulary }: Where): ExpressionSlip | undefined {
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

function signOf(name: string): string {
  return name.toLowerCase().startsWith('d') ? '$' : name.toLowerCase().startsWith('e') ? '€' : '£';
}

function unitOf(unit: string): string {
  const units: Readonly<Record<string, string>> = { h: 'hours', m: 'minutes', w: 'weeks', d: 'days' };
  return units[unit.slice(0, 1).toLowerCase()] ?? unit;
}

function mendSign(written: string): Mend {
  const plain = written.replace('&lt;', '<').replace('&gt;', '>').replaceAll(/\s/g, '');
  const meant: Readonly<Record<string, string>> = {
    '≤': '<=',
    '≦': '<=',
    '=<': '<=',
    '≥': '>=',
    '≧': '>=',
    '=>': '>=',
    '≠': '!=',
    '<>': '!=',
    '!==': '!=',
    '==': '=',
    '===': '=',
  };
  return { say: 'The signs of a comparison are <, <=, >, >=, = and !=', suggestion: meant[plain] ?? plain };
}

function mendQuotes({ groups = {} }: RegExpExecArray, { vocabulary }: Where): Mend {
  const text = groups['text'] ?? '';
  if (vocabulary.find(text)) return { say: 'Facts stand without quotes', suggestion: text.trim() };
  return { say: 'Texts stand in double quotes', suggestion: `"${text}"` };
}

const comparisons: readonly (readonly [words: RegExp, sign: string, meant: string])[] = [
  [/^(?:less|fewer|lower|smaller)\b.*equal|^up|^no\s+more|^at\s+most/i, '<=', 'is at most'],
  [/^(?:more|greater|larger|higher|bigger)\b.*equal|^no\s+less|^at\s+least/i, '>=', 'is at least'],
  [/^before/i, '<', 'is before'],
  [/^after/i, '>', 'is after'],
  [/^equal/i, '=', 'is'],
  [/^(?:less|fewer|lower|smaller|under|below)/i, '<', 'is less than'],
  [/./, '>', 'is more than'],
];

function mendComparison(words: string, { isCell }: Where): Mend {
  const [, sign, meant] = comparisons.find(([known]) => known.test(words)) ?? [];
  return isCell
    ? { say: 'In a cell a comparison stands in signs', suggestion: sign }
    : { say: 'A comparison is written in signs or in words', suggestion: meant };
}
