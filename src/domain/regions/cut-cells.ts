import { dateOfDay, dayNumber } from '../facts/calendar.ts';
import { compareDecimals, decimalOf, type Decimal } from '../facts/decimal.ts';
import { sameText } from '../facts/fold-text.ts';
import type { IsoDate, Value } from '../facts/value.ts';
import type { DimensionDraft } from './dimension-draft.ts';
import { one, zero } from './linear-form.ts';
import type { Cell, Dimension } from './space.ts';

export type CutOptions = { readonly today: IsoDate; readonly unknowns: 'where-tested' | 'everywhere' };

/** A dimension with its cells: every answer lies in exactly one, and no condition tells two answers of one cell apart. */
export function cutDimension(draft: DimensionDraft, options: CutOptions): Dimension {
  const { name, fact, type, contains, compared } = draft;
  const isRelative = type.kind === 'date' && draft.daysBefore.length > 0;
  const known = isRelative ? relativeCells(draft, options.today) : knownCells(draft);
  const unknown: readonly Cell[] =
    draft.canBeUnknown || options.unknowns === 'everywhere' ? [{ is: 'unknown' }] : [];
  return {
    name: isRelative ? `days since ${name}` : name,
    fact,
    is: isRelative ? 'days-since' : draft.is,
    type,
    cells: [...known, ...unknown],
    isSure: !(isRelative && draft.thresholds.length > 0),
    ...(contains ? { contains } : {}),
    ...(compared ? { compared } : {}),
  };
}

/** Dates that are counted from today: the cells are numbers of days before it. */
function relativeCells(draft: DimensionDraft, today: IsoDate): readonly Cell[] {
  const day = decimalOf(dayNumber(today));
  const absolute = day ? draft.thresholds.map((threshold) => day.minus(threshold)) : [];
  return amountCells([...draft.daysBefore, ...absolute], { isWhole: true, least: undefined }, (days) => ({
    kind: 'number',
    number: days,
  }));
}

function knownCells(draft: DimensionDraft): readonly Cell[] {
  const { type, thresholds, texts } = draft;
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
      return amountCells(thresholds, { isWhole: false, least: undefined }, (number) => ({
        kind: 'number',
        number,
      }));
    case 'count':
      return amountCells(thresholds, { isWhole: true, least: zero }, (number) => ({
        kind: 'number',
        number,
      }));
    case 'money': {
      const currency = draft.currency ?? 'USD';
      return amountCells(thresholds, { isWhole: false, least: undefined }, (amount) => ({
        kind: 'money',
        amount,
        currency,
      }));
    }
    case 'duration':
      return amountCells(thresholds, { isWhole: false, least: undefined }, (seconds) => ({
        kind: 'duration',
        seconds,
      }));
    case 'date':
      return amountCells(thresholds, { isWhole: true, least: undefined }, dateOf);
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

type Numbers = { readonly isWhole: boolean; readonly least: Decimal | undefined };

/** Points and what lies between them. Between whole numbers that follow each other there is nothing. */
function amountCells(
  thresholds: readonly Decimal[],
  { isWhole, least }: Numbers,
  make: (amount: Decimal) => Value,
): readonly Cell[] {
  const points = sorted(
    thresholds.flatMap((threshold) => (isWhole ? wholesAround(threshold) : [threshold])),
  ).filter((point) => !least || compareDecimals(point, least) >= 0);
  const cells: Cell[] = [];
  let from: Decimal | undefined = undefined;
  for (const point of points) {
    cells.push(...between({ from, to: point, least, isWhole, make }), { is: 'value', value: make(point) });
    from = point;
  }
  return [...cells, ...between({ from, to: undefined, least, isWhole, make })];
}

type Gap = {
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
  readonly least: Decimal | undefined;
  readonly isWhole: boolean;
  readonly make: (amount: Decimal) => Value;
};

function between({ from, to, least, isWhole, make }: Gap): readonly Cell[] {
  const first = from ? from.plus(one) : least;
  if (isWhole && first && to && compareDecimals(first, to) >= 0) return [];
  if (isWhole && first && to && first.plus(one).eq(to)) return [{ is: 'value', value: make(first) }];
  const whole = first ?? to?.minus(one);
  const sample = isWhole && whole ? whole : sampleBetween(from, to);
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

function wholesAround(threshold: Decimal): readonly Decimal[] {
  const towardsZero = threshold.round(0, 0);
  if (towardsZero.eq(threshold)) return [threshold];
  return compareDecimals(threshold, zero) < 0
    ? [towardsZero.minus(one), towardsZero]
    : [towardsZero, towardsZero.plus(one)];
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
