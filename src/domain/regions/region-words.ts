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
    isSure: box.sides.every((side) => isSureIn(box, side)),
    box,
  };
}

/** How many days ago a date is depends on nothing but the day, unless the box also says which date it is. */
function isSureIn({ sides }: Box, side: Side): boolean {
  const { is, fact, isSure } = side.dimension;
  return is === 'days-since' ? !sides.some((one) => one !== side && one.dimension.fact === fact) : isSure;
}

function sideWords({ dimension, cells }: Side): string {
  if (dimension.compared && isOnlyCompared(dimension)) return comparedWords(dimension.compared, cells);
  if (dimension.is === 'question' && dimension.type.kind === 'yes-no') return questionWords(dimension, cells);
  const known = cells.filter(({ is }) => is !== 'unknown');
  const hasUnknown = known.length < cells.length;
  const asked = isReversed(dimension) ? reversed(dimension, known) : { dimension, cells: known };
  const found = answerWords(asked.dimension, asked.cells);
  // “other than lost or unknown” could be read as other than both.
  const isOther = found.some((words) => words.startsWith('other than'));
  const unknown = hasUnknown ? ['unknown'] : [];
  const answers = isOther ? [...unknown, ...found] : [...found, ...unknown];
  const isAllKnown =
    !hasUnknown && known.length === dimension.cells.filter(({ is }) => is !== 'unknown').length;
  return `${asked.dimension.name} ${isAllKnown ? 'known' : alternatives(answers)}`;
}

/** `ticket tags contains "vip"`, `ticket tags without "vip"`, `“starts with(note, "x")” no`. */
function questionWords({ name, contains, fact }: Dimension, cells: readonly Cell[]): string {
  const answers = cells.map(cellName);
  const [answer = ''] = answers;
  if (!contains || answers.length > 1 || answer === 'unknown') return `“${name}” ${alternatives(answers)}`;
  return answer === 'yes' ? name : `${fact ?? ''} without "${amountWords(contains.item)}"`;
}

/** Only days that are still to come, which are counted until the date, or only differences that are below zero. */
function isReversed({ is, compared, cells }: Dimension): boolean {
  if (is !== 'days-since' && !compared) return false;
  const points = cells.flatMap((cell) => (cell.is === 'value' ? (amountOf(cell.value) ?? zero) : []));
  return (
    points.length > 0 &&
    points.every((point) => compareDecimals(point, zero) <= 0) &&
    points.some((point) => !point.eq(zero))
  );
}

function reversed(dimension: Dimension, cells: readonly Cell[]) {
  const { name, compared } = dimension;
  const turned = new Map(dimension.cells.toReversed().map((cell) => [cell, turnedCell(cell)]));
  return {
    dimension: {
      ...dimension,
      name: compared ? `${compared.right} - ${compared.left}` : name.replace(/^days since /, 'days until '),
      cells: [...turned.values()],
    },
    cells: [...turned].flatMap(([cell, made]) => (cells.includes(cell) ? [made] : [])),
  };
}

function turnedCell(cell: Cell): Cell {
  if (cell.is === 'value') return { is: 'value', value: negative(cell.value) };
  if (cell.is !== 'between') return cell;
  const { from, to, sample } = cell;
  return { is: 'between', from: to && negative(to), to: from && negative(from), sample: negative(sample) };
}

function negative(value: Value): Value {
  switch (value.kind) {
    case 'number':
      return { ...value, number: value.number.neg() };
    case 'money':
      return { ...value, amount: value.amount.neg() };
    case 'duration':
      return { ...value, seconds: value.seconds.neg() };
    default:
      return value;
  }
}

function answerWords(dimension: Dimension, cells: readonly Cell[]): readonly string[] {
  const { type } = dimension;
  switch (type.kind) {
    case 'number':
    case 'count':
    case 'money':
    case 'date':
    case 'duration':
      return runs(dimension, cells).map((run) => runWords(run, kindOf(dimension)));
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

/** Neighbours become one: from the first to the last. Amounts of two currencies are no neighbours. */
function runs({ cells: all }: Dimension, cells: readonly Cell[]): readonly Run[] {
  const found: Run[] = [];
  let before = -1;
  for (const cell of cells) {
    const at = all.indexOf(cell);
    const run = found.at(-1);
    const isEnd = run?.last.is === 'between' && !run.last.to;
    if (run && at === before + 1 && !isEnd) found[found.length - 1] = { first: run.first, last: cell };
    else found.push({ first: cell, last: cell });
    before = at;
  }
  return found;
}

/** Dates are before and after; of whole numbers the first and the last are named. */
type RunKind = 'date' | 'whole' | 'amount';

function kindOf({ type, is }: Dimension): RunKind {
  if (type.kind === 'date') return is === 'days-since' ? 'whole' : 'date';
  return type.kind === 'count' ? 'whole' : 'amount';
}

function runWords({ first, last }: Run, kind: RunKind): string {
  const start = startOf(first, kind);
  const end = endOf(last, kind);
  const [over, under] = kind === 'date' ? ['after', 'before'] : ['over', 'under'];
  const [more, less] = kind === 'date' ? ['after', 'before'] : ['more', 'less'];
  if (!start) {
    if (end) return end.isIn ? `${amountWords(end.value)} or ${less}` : `${under} ${amountWords(end.value)}`;
    const sample = first.is === 'between' ? first.sample : undefined;
    return sample?.kind === 'money' ? `in ${sample.currency}` : 'known';
  }
  const from = amountWords(start.value);
  if (!end) return start.isIn ? `${from} or ${more}` : `${over} ${from}`;
  const to = amountWords(end.value);
  if (start.isIn && end.isIn && from === to) return `exactly ${from}`;
  return `${start.isIn ? '' : `${over} `}${from} to ${end.isIn ? '' : `${under} `}${to}`;
}

type End = { readonly value: Value; readonly isIn: boolean };

function startOf(cell: Cell, kind: RunKind): End | undefined {
  if (cell.is === 'value') return { value: cell.value, isIn: true };
  return cell.is === 'between' && cell.from ? openEnd(cell.from, kind, '1') : undefined;
}

function endOf(cell: Cell, kind: RunKind): End | undefined {
  if (cell.is === 'value') return { value: cell.value, isIn: true };
  return cell.is === 'between' && cell.to ? openEnd(cell.to, kind, '-1') : undefined;
}

/** An end that does not belong to it, or the whole number beside it, which does. */
function openEnd(value: Value, kind: RunKind, step: string): End {
  if (kind !== 'whole' || value.kind !== 'number') return { value, isIn: false };
  return { value: { kind: 'number', number: value.number.plus(step) }, isIn: true };
}

/** Whether nothing but their order is asked for. */
function isOnlyCompared({ cells }: Dimension): boolean {
  return cells.every((cell) => cell.is !== 'value' || amountOf(cell.value)?.eq(zero) === true);
}

/** Two facts compared: `order value under refund amount`. */
function comparedWords({ left, right, areDates }: Compared, cells: readonly Cell[]): string {
  const orders = new Set(cells.map(orderOf));
  const isUnknown = orders.delete('unknown');
  const signs = orders.size > 0 ? [orderWords([...orders].join(' '), areDates)] : [];
  return `${left} ${alternatives([...signs, ...(isUnknown ? ['unknown against'] : [])])} ${right}`;
}

/** In the order of the cells: the smallest difference first. */
function orderOf(cell: Cell): 'under' | 'exactly' | 'over' | 'unknown' {
  if (cell.is === 'unknown') return 'unknown';
  const amount = cell.is === 'between' ? amountOf(cell.sample) : zero;
  const order = amount ? compareDecimals(amount, zero) : 0;
  return order === 0 ? 'exactly' : order < 0 ? 'under' : 'over';
}

function orderWords(orders: string, areDates: boolean): string {
  switch (orders) {
    case 'under':
      return areDates ? 'before' : 'under';
    case 'over':
      return areDates ? 'after' : 'over';
    case 'under exactly':
      return areDates ? 'on or before' : 'at most';
    case 'exactly over':
      return areDates ? 'on or after' : 'at least';
    case 'under over':
      return 'other than';
    case 'exactly':
      return 'exactly';
    default:
      return 'known against';
  }
}

/** `a, b or c`; `2 or less, or 4 to 6` where a part has an “or” of its own. */
function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const or = words.some((word) => word.includes(' or ')) ? ', or' : ' or';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')}${or} ${last}`;
}
