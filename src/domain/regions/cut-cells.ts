import { dateOfDay } from '../facts/calendar.ts';
import { compareDecimals, type Decimal } from '../facts/decimal.ts';
import { divideDecimals } from '../facts/divide-decimals.ts';
import { sameText } from '../facts/fold-text.ts';
import type { FactName, Value } from '../facts/value.ts';
import { daysSinceKey, type DimensionDraft } from './dimension-draft.ts';
import { one, zero } from './linear-form.ts';
import type { Cell, Dimension } from './space.ts';

export type CutOptions = { readonly unknowns: 'where-tested' | 'everywhere' };

/** A dimension, and the names under which the evaluator asks for it. */
export type CutDraft = {
  readonly draft: DimensionDraft;
  readonly keys: readonly FactName[];
  readonly dimension: Dimension;
};

/**
 * A draft with its cells: every answer lies in exactly one, and no condition tells two answers of one cell apart. A date that is asked
 * for itself and by its days since today is two: which of them go together depends on the day.
 */
export function cutDraft(draft: DimensionDraft, options: CutOptions): readonly CutDraft[] {
  const { key } = draft;
  if (draft.daysBefore.length === 0) return [{ draft, keys: [key], dimension: plain(draft, options) }];
  const relative = daysSince(draft);
  if (draft.thresholds.length > 0) {
    const dimension = { ...relative, isSure: false };
    return [
      { draft, keys: [key], dimension: plain(draft, options) },
      { draft, keys: [daysSinceKey(key)], dimension },
    ];
  }
  const cells = [...relative.cells, ...unknownCells(draft, options)];
  return [{ draft, keys: [key, daysSinceKey(key)], dimension: { ...relative, cells } }];
}

function plain(draft: DimensionDraft, options: CutOptions): Dimension {
  const { name, fact, type, is, contains, compared } = draft;
  return {
    name,
    fact,
    is,
    type,
    cells: [...knownCells(draft), ...unknownCells(draft, options)],
    isSure: true,
    ...(contains ? { contains } : {}),
    ...(compared ? { compared } : {}),
  };
}

/** The present day is always known. */
function unknownCells({ key, canBeUnknown }: DimensionDraft, { unknowns }: CutOptions): readonly Cell[] {
  return canBeUnknown || (unknowns === 'everywhere' && key !== 'today') ? [{ is: 'unknown' }] : [];
}

/** Dates that are counted from today: the cells are numbers of days before it. */
function daysSince({ name, fact, type, daysBefore }: DimensionDraft): Dimension {
  const cells = amountCells(daysBefore, { step: one, least: undefined }, (number) => ({
    kind: 'number',
    number,
  }));
  return { name: `days since ${name}`, fact, is: 'days-since', type, cells, isSure: true };
}

function knownCells(draft: DimensionDraft): readonly Cell[] {
  const { type, thresholds, texts, currencies } = draft;
  switch (type.kind) {
    case 'yes-no':
      return [true, false].map((yes) => ({ is: 'value', value: { kind: 'yes-no', yes } }));
    case 'choice':
      return type.options.map((choice) => ({ is: 'value', value: { kind: 'choice', choice } }));
    case 'text':
      return textCells(texts);
    case 'list':
      return [{ is: 'other', sample: { kind: 'list', items: [] } }];
    case 'number':
    case 'count':
      return amountCells(thresholds, draft, (number) => ({ kind: 'number', number }));
    case 'money':
      return [...(currencies.size === 0 ? ['USD'] : currencies)].flatMap((currency) =>
        amountCells(thresholds, draft, (amount) => ({ kind: 'money', amount, currency })),
      );
    case 'duration':
      return amountCells(thresholds, draft, (seconds) => ({ kind: 'duration', seconds }));
    case 'date':
      return amountCells(thresholds, draft, dateOf);
  }
}

/** Each text that is asked for, and one that is none of them. */
function textCells(texts: readonly Value[]): readonly Cell[] {
  const asked: Extract<Value, { kind: 'text' | 'choice' }>[] = [];
  for (const value of texts) {
    if (value.kind !== 'text' && value.kind !== 'choice') continue;
    if (!asked.some((present) => sameText(wordsOf(present), wordsOf(value)))) asked.push(value);
  }
  let other = 'something else';
  while (asked.some((value) => sameText(wordsOf(value), other))) other += ' again';
  return [
    ...asked.map((value): Cell => ({ is: 'value', value: { kind: 'text', text: wordsOf(value) } })),
    { is: 'other', sample: { kind: 'text', text: other } },
  ];
}

function wordsOf(value: Extract<Value, { kind: 'text' | 'choice' }>): string {
  return value.kind === 'text' ? value.text : value.choice;
}

type Numbers = Pick<DimensionDraft, 'step' | 'least'>;

/** Points and what lies between them. Between whole numbers that follow each other there is nothing. */
function amountCells(
  thresholds: readonly Decimal[],
  { step, least }: Numbers,
  make: (amount: Decimal) => Value,
): readonly Cell[] {
  const points = sorted(
    thresholds.flatMap((threshold) => (step ? stepsAround(threshold, step) : [threshold])),
  ).filter((point) => !least || compareDecimals(point, least) >= 0);
  const cells: Cell[] = [];
  let from: Decimal | undefined = undefined;
  for (const point of points) {
    cells.push(...between({ from, to: point, least, step, make }), { is: 'value', value: make(point) });
    from = point;
  }
  return [...cells, ...between({ from, to: undefined, least, step, make })];
}

type Gap = Numbers & {
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
  readonly make: (amount: Decimal) => Value;
};

function between({ from, to, least, step, make }: Gap): readonly Cell[] {
  if (!step) {
    const sample = sampleBetween(from, to);
    return [{ is: 'between', from: from && make(from), to: to && make(to), sample: make(sample) }];
  }
  const first = from ? from.plus(step) : least;
  if (first && to && compareDecimals(first, to) >= 0) return [];
  if (first && to && first.plus(step).eq(to)) return [{ is: 'value', value: make(first) }];
  const sample = first ?? to?.minus(step) ?? one;
  return [{ is: 'between', from: from && make(from), to: to && make(to), sample: make(sample) }];
}

/** A plain number inside: whole where one fits, above zero where that is possible. */
function sampleBetween(from: Decimal | undefined, to: Decimal | undefined): Decimal {
  if (from && to) {
    const next = from.round(0, 0).plus(one);
    return compareDecimals(next, from) > 0 && compareDecimals(next, to) < 0
      ? next
      : from.plus(to).times(half);
  }
  if (from)
    return from
      .round(0, 0)
      .plus(one)
      .plus(compareDecimals(from, zero) < 0 ? one : zero);
  if (!to) return one;
  const before = to.minus(one);
  return compareDecimals(to, zero) > 0 && compareDecimals(before, zero) <= 0 ? to.times(half) : before;
}

/** The step that a threshold is, or the two that it lies between. */
function stepsAround(threshold: Decimal, step: Decimal): readonly Decimal[] {
  const size = divideDecimals(threshold, step);
  const towardsZero = size.round(0, 0);
  if (towardsZero.eq(size)) return [threshold];
  const steps =
    compareDecimals(threshold, zero) < 0
      ? [towardsZero.minus(one), towardsZero]
      : [towardsZero, towardsZero.plus(one)];
  return steps.map((count) => count.times(step));
}

function sorted(numbers: readonly Decimal[]): readonly Decimal[] {
  const inOrder = numbers.toSorted(compareDecimals);
  return inOrder.filter((number, at) => at === 0 || compareDecimals(number, inOrder[at - 1] ?? number) !== 0);
}

/** A date outside the calendar is as far away as the calendar goes. */
function dateOf(days: Decimal): Value {
  const day = Number(days.toFixed());
  return { kind: 'date', date: dateOfDay(day) ?? (day < 0 ? '0001-01-01' : '9999-12-31') };
}

const half = one.div('2');
