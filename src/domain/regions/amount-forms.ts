import { dayNumber } from '../facts/calendar.ts';
import { typeOf, type Checking } from '../facts/checking.ts';
import { decimalOf, parseDecimal, type Decimal } from '../facts/decimal.ts';
import type { Expression, ExpressionOf } from '../facts/expression.ts';
import type { ExpressionType } from '../facts/expression-type.ts';
import type { Value } from '../facts/value.ts';
import {
  addForms,
  constantForm,
  constantOf,
  divideForm,
  inDays,
  partForm,
  scaleForm,
  secondsPerDay,
  subtractForms,
  todayForm,
  type LinearForm,
} from './linear-form.ts';

/** What an amount can be: one form, or one for each branch that it may take. Undefined where it is no sum of its parts. */
export type Forms = readonly LinearForm[] | undefined;

type Chain = Extract<Expression, { kind: 'sum' | 'product' }>;

/** Branches of an amount that are told apart; more are a question of their own. */
const mostForms = 8;
const mostDigits = 200;
/** Factors are multiplied and divided with each other; who writes longer ones means no share of an amount. */
const mostOfFactor = 40;
const minusOne = parseDecimal('-1');

/** The forms of an amount. `partOf` names a part that is a fact or something computed; undefined for what has no amount. */
export function amountForms(
  expression: Expression,
  asking: { readonly checking: Checking; readonly partOf: (part: Expression) => string | undefined },
): Forms {
  return forms(expression);

  /** What is no sum of its parts, such as the product of two facts, is a part of its own. */
  function forms(part: Expression): Forms {
    return limited(formsOf(part)) ?? (part.kind === 'literal' ? undefined : ownPart(part));
  }

  function formsOf(part: Expression): Forms {
    // The sum of a list takes the currency of what it meets, so it cannot be told apart from that.
    if (operandsOf(part).some((operand) => typeOf(asking.checking, operand).kind === 'number-or-money'))
      return undefined;
    switch (part.kind) {
      case 'literal':
        return constantOfValue(part.value);
      case 'fact':
        return part.fact.name === 'today' ? [todayForm] : ownPart(part);
      case 'minus':
        return part.times % 2 === 0 ? forms(part.operand) : map(forms(part.operand), negate);
      case 'sum':
        return sumForms(part);
      case 'product':
        return productForms(part);
      case 'if':
        return join(forms(part.then), forms(part.otherwise));
      case 'call':
        return callForms(part);
      default:
        return undefined;
    }
  }

  function ownPart(part: Expression): Forms {
    const key = asking.partOf(part);
    return key === undefined ? undefined : [partForm(key)];
  }

  /** A date and a duration are added in days, the difference of two dates is told in seconds. */
  function sumForms({ first, rest }: Chain): Forms {
    let type = typeOf(asking.checking, first);
    let total = forms(first);
    for (const { sign, operand } of rest) {
      const next = typeOf(asking.checking, operand);
      let added = forms(operand);
      if (type.kind === 'date' && next.kind === 'duration') added = map(added, inDays);
      if (type.kind === 'duration' && next.kind === 'date') {
        total = map(total, inDays);
        type = next;
      }
      total = pairs(total, sign === '-' ? map(added, negate) : added, addForms);
      if (type.kind === 'date' && next.kind === 'date') {
        total = map(total, (form) => scaleForm(form, secondsPerDay));
        type = { kind: 'duration' };
      } else if (type.kind === 'number' && next.kind === 'money') type = next;
    }
    return total;
  }

  function productForms({ first, rest }: Chain): Forms {
    let total = forms(first);
    for (const { sign, operand } of rest)
      total = limited(pairs(total, forms(operand), sign === '*' ? multiply : divide));
    return total;
  }

  function callForms(call: ExpressionOf<'call'>): Forms {
    const [first, second] = call.arguments;
    if (!first) return undefined;
    switch (call.name) {
      case 'min':
      case 'max':
        return second && join(forms(first), forms(second));
      case 'days since':
        return map(forms(first), (form) => subtractForms(todayForm, form));
      case 'days until':
        return map(forms(first), (form) => subtractForms(form, todayForm));
      default:
        return ownPart(call);
    }
  }
}

/** What an amount is made of directly. */
function operandsOf(part: Expression): readonly Expression[] {
  switch (part.kind) {
    case 'sum':
    case 'product':
      return [part.first, ...part.rest.map(({ operand }) => operand)];
    case 'minus':
      return [part.operand];
    case 'if':
      return [part.then, part.otherwise];
    case 'call':
      return part.arguments;
    default:
      return [];
  }
}

/** Both in the same unit: a difference of the amounts tells how they compare. */
export function differences(left: Forms, right: Forms): Forms {
  return limited(pairs(left, right, subtractForms));
}

/** Whether values of a type have an amount. */
export function hasAmount({ kind }: ExpressionType): boolean {
  return (
    kind === 'number' ||
    kind === 'money' ||
    kind === 'number-or-money' ||
    kind === 'date' ||
    kind === 'duration'
  );
}

function constantOfValue(value: Value): Forms {
  const amount = amountOf(value);
  return amount && [constantForm(amount)];
}

/** The amount of a value in the unit of its kind; dates in days since 1970, durations in seconds. */
export function amountOf(value: Value): Decimal | undefined {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'money':
      return value.amount;
    case 'duration':
      return value.seconds;
    case 'date':
      return decimalOf(dayNumber(value.date));
    default:
      return undefined;
  }
}

const negate = (form: LinearForm): LinearForm => (minusOne ? scaleForm(form, minusOne) : form);

function multiply(left: LinearForm, right: LinearForm): LinearForm | undefined {
  const factor = constantOf(right);
  if (factor) return scaleForm(left, factor);
  const other = constantOf(left);
  return other && scaleForm(right, other);
}

function divide(left: LinearForm, right: LinearForm): LinearForm | undefined {
  const divisor = constantOf(right);
  return divisor && divideForm(left, divisor);
}

function map(forms: Forms, change: (form: LinearForm) => LinearForm): Forms {
  return forms?.map(change);
}

function join(a: Forms, b: Forms): Forms {
  return a && b && [...a, ...b];
}

function pairs(
  left: Forms,
  right: Forms,
  combine: (a: LinearForm, b: LinearForm) => LinearForm | undefined,
): Forms {
  if (!left || !right || left.length * right.length > mostForms) return undefined;
  const made = left.flatMap((a) => right.map((b) => combine(a, b)));
  const found = made.filter((form) => form !== undefined);
  return found.length === made.length ? found : undefined;
}

function limited(forms: Forms): Forms {
  if (!forms || forms.length > mostForms) return undefined;
  const isSmall = forms.every(
    (form) =>
      hasDigits(form.constant, mostDigits) &&
      [form.todays, form.over, ...form.parts.values()].every((factor) => hasDigits(factor, mostOfFactor)),
  );
  return isSmall ? forms : undefined;
}

const hasDigits = ({ c, e }: Decimal, most: number): boolean => c.length <= most && Math.abs(e) <= most;
