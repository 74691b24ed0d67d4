import type { Vocabulary } from './vocabulary.ts';
import { writtenDay } from './written-day.ts';

/** A condition that cannot be read, and where. */
export type SlipPlace = {
  readonly text: string;
  /** SlipPlace the parser gave up. */
  readonly at: number;
  readonly vocabulary: Vocabulary;
  /** In the cell of a table a comparison has no left side and stands in signs. */
  readonly isCell: boolean;
};

type Slip = { readonly words: RegExp; readonly mend: (found: RegExpExecArray, where: SlipPlace) => Mend };
/** Why it cannot be read, and what to write; undefined where it is another slip. */
export type Mend = { readonly say: string; readonly suggestion?: string | undefined } | undefined;

const amount = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;

/** Slips that people make in a text editor, or that come with a text from another tool. The first that fits counts. */
export const slipForms: readonly Slip[] = [
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
      /\b(?<is>is\s+)?(?<words>(?:less|more|greater|fewer|larger|higher|lower|bigger|smaller)\s+th[ae]n(?:\s+or\s+equal(?:\s+to)?)?|under|below|over|above|exceeds|up\s+to|no\s+(?:more|less)\s+than|at\s+least|at\s+most|before|after|equals|equal\s+to)(?!\w)/gi,
    mend: ({ groups = {} }, where) => mendComparison(groups['words'] ?? '', where),
  },
];

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

function mendQuotes({ groups = {} }: RegExpExecArray, { vocabulary }: SlipPlace): Mend {
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

function mendComparison(words: string, { isCell }: SlipPlace): Mend {
  const [, sign, meant] = comparisons.find(([known]) => known.test(words)) ?? [];
  return isCell
    ? { say: 'In a cell a comparison stands in signs', suggestion: sign }
    : { say: 'A comparison is written in signs or in words', suggestion: meant };
}
