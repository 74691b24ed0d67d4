import type { Expression } from '../facts/expression.ts';
import type { Span } from '../facts/problem.ts';
import { decimalOf, type Decimal } from '../facts/decimal.ts';
import type { FactType, Value } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { askedConditions } from './asked-conditions.ts';
import { equalValues, type FoundBorder } from './border.ts';
import { writtenValue } from './written-value.ts';

/** Every border of a document once, in the order in which it is met: the constants that its conditions compare facts with. */
export function findBorders(sop: Sop): readonly FoundBorder[] {
  const found: FoundBorder[] = [];
  for (const { condition, signs } of askedConditions(sop)) {
    for (const compared of comparisonsIn(condition.tree)) {
      const at = found.findIndex((border) => isSameBorder(border, compared));
      const present = found[at];
      if (present) {
        const conditions = [...present.conditions, condition];
        found[at] = { ...present, conditions, signs: [...present.signs, ...signs] };
      } else found.push({ ...compared, ...placeOf(condition.span), conditions: [condition], signs });
    }
  }
  return found;
}

const placeOf = ({ from, to }: Span): Span => ({ from, to });

function isSameBorder(border: FoundBorder, { fact, is, value }: Compared): boolean {
  return border.fact === fact && border.is === is && equalValues(border.value, value);
}

/** What of a fact is compared, and in which type. */
type Subject = Pick<FoundBorder, 'name' | 'fact' | 'is' | 'type'> & {
  /** `days until` counts the other way round. */
  readonly isReversed: boolean;
};

type Compared = Omit<FoundBorder, 'from' | 'to' | 'conditions' | 'signs'>;

function comparisonsIn(tree: Expression): readonly Compared[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts.flatMap(comparisonsIn);
    case 'not':
      return comparisonsIn(tree.operand);
    case 'comparison':
      return [...compared(tree.left, tree.right), ...compared(tree.right, tree.left)];
    case 'in-range':
      return [tree.range.from, tree.range.to].flatMap((end) => compared(tree.operand, end));
    case 'in-set':
      return tree.items.flatMap((item) => compared(tree.operand, item));
    case 'if':
      return [tree.condition, tree.then, tree.otherwise].flatMap(comparisonsIn);
    default:
      return [];
  }
}

function compared(left: Expression, right: Expression): readonly Compared[] {
  const subject = subjectOf(left);
  if (!subject) return [];
  const { name, fact, is, type } = isToday(right) && subject.is === 'fact' ? daysSince(subject) : subject;
  const constant = isToday(right) ? zero : constantOf(right);
  const value = constant && valueFor(type, subject.isReversed ? negative(constant) : constant);
  return value ? [{ name, fact, is, type, value, text: writtenValue(value) }] : [];
}

const isToday = (expression: Expression): boolean =>
  expression.kind === 'fact' && expression.fact.name === 'today';

const ordered: ReadonlySet<FactType['kind']> = new Set(['number', 'count', 'money', 'date', 'duration']);

function subjectOf(expression: Expression): Subject | undefined {
  if (expression.kind === 'fact') {
    const { name, type } = expression.fact;
    if (!type || !ordered.has(type.kind) || isToday(expression)) return undefined;
    return { name, fact: name, is: 'fact', type, isReversed: false };
  }
  if (expression.kind !== 'call') return undefined;
  const [argument] = expression.arguments;
  if (argument?.kind !== 'fact' || !argument.fact.type || isToday(argument)) return undefined;
  const { name, type } = argument.fact;
  const counted = { fact: name, type, isReversed: expression.name === 'days until' };
  if (expression.name === 'count') return { ...counted, name: `count(${name})`, is: 'count' };
  if (expression.name !== 'days since' && expression.name !== 'days until') return undefined;
  return { ...counted, name: `days since ${name}`, is: 'days-since' };
}

function daysSince(subject: Subject): Subject {
  return subject.type.kind === 'date'
    ? { ...subject, name: `days since ${subject.fact}`, is: 'days-since' }
    : subject;
}

function constantOf(expression: Expression): Value | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind !== 'minus') return undefined;
  const value = constantOf(expression.operand);
  return value && expression.times % 2 === 1 ? negative(value) : value;
}

const number = decimalOf(0);
const zero: Value | undefined = number && { kind: 'number', number };

function negative(value: Value): Value {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', number: value.number.neg() };
    case 'money':
      return { ...value, amount: value.amount.neg() };
    case 'duration':
      return { kind: 'duration', seconds: value.seconds.neg() };
    default:
      return value;
  }
}

/** A plain number beside money means the same currency; what is counted is whole. Undefined where no example can stand on it. */
function valueFor(type: FactType, value: Value): Value | undefined {
  if (value.kind !== 'number') return ordered.has(type.kind) && value.kind === type.kind ? value : undefined;
  switch (type.kind) {
    case 'number':
      return value;
    case 'money': {
      const { currency } = type;
      return currency === undefined ? undefined : { kind: 'money', amount: value.number, currency };
    }
    case 'count':
    case 'list':
      return isWhole(value.number) && !value.number.lt('0') ? value : undefined;
    default:
      return type.kind === 'date' && isWhole(value.number) ? value : undefined;
  }
}

const isWhole = (number: Decimal): boolean => number.mod('1').eq('0');
