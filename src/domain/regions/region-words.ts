import { amountOf } from './amount-forms.ts';
import { amountWords } from './amount-words.ts';
import { compareDecimals } from '../facts/decimal.ts';
import type { Value } from '../facts/value.ts';
import { zero } from './linear-form.ts';
import type { Box, Cell, Compared, Dimension, RegionWords, Side } from './space.ts';

/** A box in words: `damage kind broken, stock available no, order value exactly $200`. */
export function boxWords(box: Box): RegionWords {
  return {
    text: box.sides.length === 0 ? 'every case' : box.sides.map(sideWords).join(', '),
    isSure: box.sides.every(({ dimension }) => dimension.isSure),
    box,
  };
}

function sideWords({ dimension, cells }: Side): string {
  if (dimension.compared && isOnlyCompared(dimension)) return comparedWords(dimension.compared, cells);
  if (dimension.is === 'question' && dimension.type.kind === 'yes-no') return questionWords(dimension, cells);
  const known = cells.filter(({ is }) => is !== 'unknown');
  const hasUnknown = known.length < cells.length;
  const asked = isReversed(dimension) ? reversed(dimension, known) : { name: dimension.name, cells: known };
  const answers = [...answerWords(dimension, asked.cells), ...(hasUnknown ? ['unknown'] : [])];
  const isAllKnown =
    !hasUnknown && known.length === dimension.cells.filter(({ is }) => is !== 'unknown').length;
  return `${asked.name} ${isAllKnown ? 'known' : alternatives(answers)}`;
}

/** `ticket tags contains "vip"`, `ticket tags without "vip"`, `“starts with(note, "x")” no`. */
function questionWords({ name, contains, fact }: Dimension, cells: readonly Cell[]): string {
  const answers = cells.map(cellName);
  const [answer = ''] = answers;
  if (!contains || answers.length > 1 || answer === 'unknown') return `“${name}” ${alternatives(answers)}`;
  return answer === 'yes' ? name : `${fact ?? ''} without "${amountWords(contains.item)}"`;
}

/** Only days that are still to come: they are counted until the date. */
function isReversed({ is, cells }: Dimension): boolean {
  if (is !== 'days-since') return false;
  const points = cells.flatMap((cell) => (cell.is === 'value' ? (amountOf(cell.value) ?? zero) : []));
  return (
    points.length > 0 &&
    points.every((point) => compareDecimals(point, zero) <= 0) &&
    points.some((point) => !point.eq(zero))
  );
}

function reversed({ name }: Dimension, cells: readonly Cell[]) {
  return {
    name: name.replace(/^days since /, 'days until '),
    cells: cells.toReversed().map((cell): Cell => {
      if (cell.is === 'value') return { is: 'value', value: negative(cell.value) };
      if (cell.is !== 'between') return cell;
      return {
        is: 'between',
        from: cell.to && negative(cell.to),
        to: cell.from && negative(cell.from),
        sample: negative(cell.sample),
      };
    }),
  };
}

function negative(value: Value): Value {
  return value.kind === 'number' ? { kind: 'number', number: value.number.neg() } : value;
}

function answerWords(dimension: Dimension, cells: readonly Cell[]): readonly string[] {
  const { type } = dimension;
  switch (type.kind) {
    case 'number':
    case 'count':
    case 'money':
    case 'date':
    case 'duration':
      return runs(cells).map((run) => runWords(run, type.kind === 'date' && dimension.is === 'fact'));
    case 'choice':
    case 'text':
    case 'yes-no':
    case 'list':
      return nameWords(dimension, cells);
  }
}

/** All but one of many is said by the one. */
function nameWords({ cells: all, type }: Dimension, cells: readonly Cell[]): readonly string[] {
  const known = all.filter(({ is }) => is !== 'unknown');
  const left = known.filter((cell) => !cells.includes(cell));
  const hasOther = cells.some(({ is }) => is === 'other');
  if (type.kind === 'list') return [];
  const isLong = cells.length > 2 && left.length === 1;
  if (left.length > 0 && (hasOther || isLong)) return [`other than ${alternatives(left.map(cellName))}`];
  return cells.map(cellName);
}

function cellName(cell: Cell): string {
  if (cell.is === 'unknown') return 'unknown';
  if (cell.is !== 'value') return 'anything';
  return cell.value.kind === 'text' ? `"${cell.value.text}"` : amountWords(cell.value);
}

type Run = { readonly first: Cell; readonly last: Cell };

/** Neighbours become one: from the first to the last. */
function runs(cells: readonly Cell[]): readonly Run[] {
  const found: Run[] = [];
  for (const cell of cells) {
    const run = found.at(-1);
    if (run && touches(run.last, cell)) found[found.length - 1] = { first: run.first, last: cell };
    else found.push({ first: cell, last: cell });
  }
  return found;
}

/** The cells come in order, so two that share a border follow each other; whole numbers do where they differ by one. */
function touches(before: Cell, after: Cell): boolean {
  const end = before.is === 'between' ? before.to : before.is === 'value' ? before.value : undefined;
  const start = after.is === 'between' ? after.from : after.is === 'value' ? after.value : undefined;
  if (!end || !start) return false;
  const [a, b] = [amountOf(end), amountOf(start)];
  if (!a || !b) return false;
  return a.eq(b) || (before.is === 'value' && after.is === 'value' && isNext(before, after));
}

function isNext(before: Cell & { is: 'value' }, after: Cell & { is: 'value' }): boolean {
  const [a, b] = [amountOf(before.value), amountOf(after.value)];
  return a !== undefined && b !== undefined && b.minus(a).eq('1');
}

function runWords({ first, last }: Run, isDate: boolean): string {
  const from = first.is === 'value' ? first.value : first.is === 'between' ? first.from : undefined;
  const to = last.is === 'value' ? last.value : last.is === 'between' ? last.to : undefined;
  const words = { under: isDate ? 'before' : 'under', over: isDate ? 'after' : 'over' };
  const [isFrom, isTo] = [first.is === 'value', last.is === 'value'];
  if (first === last && from && isFrom) return `exactly ${amountWords(from)}`;
  if (!from)
    return to
      ? isTo
        ? `${amountWords(to)} or ${isDate ? 'before' : 'less'}`
        : `${words.under} ${amountWords(to)}`
      : 'known';
  if (!to)
    return isFrom
      ? `${amountWords(from)} or ${isDate ? 'after' : 'more'}`
      : `${words.over} ${amountWords(from)}`;
  const start = isFrom ? amountWords(from) : `${words.over} ${amountWords(from)}`;
  return isTo ? `${start} to ${amountWords(to)}` : `${start} to ${words.under} ${amountWords(to)}`;
}

/** Whether nothing but their order is asked for. */
function isOnlyCompared({ cells }: Dimension): boolean {
  return cells.every((cell) => cell.is !== 'value' || amountOf(cell.value)?.eq(zero) === true);
}

/** Two facts compared: `order value under refund amount`. */
function comparedWords({ left, right, areDates }: Compared, cells: readonly Cell[]): string {
  const signs = cells.map((cell) => {
    if (cell.is === 'unknown') return 'unknown against';
    const amount = cell.is === 'between' ? amountOf(cell.sample) : zero;
    const order = amount ? compareDecimals(amount, zero) : 0;
    if (order === 0) return 'exactly';
    return order < 0 ? (areDates ? 'before' : 'under') : areDates ? 'after' : 'over';
  });
  return `${left} ${alternatives([...new Set(signs)])} ${right}`;
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
