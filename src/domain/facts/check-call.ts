import { extremeType } from './arithmetic-types.ts';
import { differentCurrencies } from './check-arithmetic.ts';
import { noteUse, report, typeOf, type Checking } from './checking.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import {
  isAmount,
  isText,
  numberType,
  textType,
  typeWords,
  untyped,
  yesNoType,
  type ExpressionType,
} from './expression-type.ts';
import { quoted } from './found-problem.ts';
import type { FactName } from './value.ts';

type Need = { readonly fits: (type: ExpressionType) => boolean; readonly words: string };

const aDate: Need = { fits: (type) => type.kind === 'date', words: 'a date' };
const aList: Need = { fits: (type) => type.kind === 'list', words: 'a list' };
const aText: Need = { fits: isText, words: 'a text' };
const anAmount: Need = { fits: isAmount, words: 'a number or money' };

/** The type of a call whose arguments have been checked. Source: SOP language, section 3, `function`. */
export function checkCall(checking: Checking, call: ExpressionOf<'call'>): ExpressionType {
  switch (call.name) {
    case 'days since':
    case 'days until':
      noteUse(checking, 'today');
      return needing(checking, call, [aDate]) ? numberType : untyped;
    case 'days between':
      return needing(checking, call, [aDate, aDate]) ? numberType : untyped;
    case 'count':
      return needing(checking, call, [aList]) ? numberType : untyped;
    case 'sum':
      return needing(checking, call, [aList])
        ? { kind: 'number-or-money', lists: listNames(call.arguments[0]) }
        : untyped;
    case 'contains':
    case 'starts with':
      return needing(checking, call, [aText, aText]) ? yesNoType : untyped;
    case 'lower case':
      return needing(checking, call, [aText]) ? textType : untyped;
    case 'min':
    case 'max':
      return checkExtreme(checking, call);
    case 'round':
      return checkRound(checking, call);
  }
}

/** How many places `round` has; undefined unless they are written as a whole number from 0 to 20. */
export function writtenPlaces(expression: Expression | undefined): number | undefined {
  if (expression?.kind !== 'literal' || expression.value.kind !== 'number') return undefined;
  const { number } = expression.value;
  const inside = number.gte('0') && number.lte('20') && number.eq(number.round(0, 0));
  return inside ? Number(number.toFixed()) : undefined;
}

function checkExtreme(checking: Checking, call: ExpressionOf<'call'>): ExpressionType {
  const [left, right] = [argumentType(checking, call, 0), argumentType(checking, call, 1)];
  const type = extremeType(left, right);
  if (typeof type !== 'string') return type;
  const message = `${quoted(call.name)} needs two numbers, durations, dates or amounts of money, not ${typeWords(left)} and ${typeWords(right)}.`;
  report(
    checking,
    call,
    type === 'currency-mismatch' ? differentCurrencies(left, right) : { id: type, message },
  );
  return untyped;
}

function checkRound(checking: Checking, call: ExpressionOf<'call'>): ExpressionType {
  const fits = needing(checking, call, [anAmount]);
  const places = call.arguments[1];
  if (places === undefined || writtenPlaces(places) !== undefined) {
    return fits ? argumentType(checking, call, 0) : untyped;
  }
  if (places.kind === 'undeclared') return untyped;
  const message = `“round” needs the number of places written out, from 0 to 20, not ${quoted(places.text)}.`;
  report(checking, places, { id: 'type-mismatch', message });
  return untyped;
}

/** Whether every argument is what is needed, or of no known type. */
function needing(checking: Checking, call: ExpressionOf<'call'>, needs: readonly Need[]): boolean {
  let isFine = true;
  for (const [index, need] of needs.entries()) {
    const argument = call.arguments[index];
    const type = argumentType(checking, call, index);
    if (argument === undefined || type.kind === 'untyped' || need.fits(type)) continue;
    isFine = false;
    const message = `${quoted(call.name)} needs ${need.words}, but ${quoted(argument.text)} is ${typeWords(type)}.`;
    report(checking, argument, { id: 'type-mismatch', message });
  }
  return isFine;
}

function argumentType(checking: Checking, call: ExpressionOf<'call'>, index: number): ExpressionType {
  const argument = call.arguments[index];
  return argument === undefined ? untyped : typeOf(checking, argument);
}

/** The facts whose lists an expression can be. */
function listNames(expression: Expression | undefined): readonly FactName[] {
  if (expression?.kind === 'fact') return [expression.fact.name];
  if (expression?.kind !== 'if') return [];
  return [...new Set([...listNames(expression.then), ...listNames(expression.otherwise)])];
}
