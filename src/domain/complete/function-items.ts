import { argumentCounts, isFunctionName, type FunctionName } from '../facts/function-names.ts';
import type { FactType } from '../facts/value.ts';
import type { CompletionItem } from './completion.ts';

type Shape = {
  /** Of its first argument; undefined where several types fit. */
  readonly takes: FactType | undefined;
  /** Undefined where that follows from what it is given. */
  readonly gives: FactType | undefined;
  readonly detail: string;
};

const text: FactType = { kind: 'text' };
const number: FactType = { kind: 'number' };
const date: FactType = { kind: 'date' };
const list: FactType = { kind: 'list' };
const yesNo: FactType = { kind: 'yes-no' };

/** What the functions take and give. Source: SOP language, section 3. */
export const functionShapes: Readonly<Record<FunctionName, Shape>> = {
  'days since': { takes: date, gives: number, detail: 'whole days from a date to today' },
  'days until': { takes: date, gives: number, detail: 'whole days from today to a date' },
  'days between': { takes: date, gives: number, detail: 'whole days between two dates, never negative' },
  count: { takes: list, gives: number, detail: 'how many items a list has' },
  sum: { takes: list, gives: undefined, detail: 'the items of a list added up' },
  contains: { takes: text, gives: yesNo, detail: 'whether one text stands in another, without case' },
  'starts with': { takes: text, gives: yesNo, detail: 'whether a text begins with another, without case' },
  'lower case': { takes: text, gives: text, detail: 'a text in small letters' },
  min: { takes: undefined, gives: undefined, detail: 'the smaller one of two' },
  max: { takes: undefined, gives: undefined, detail: 'the larger one of two' },
  round: { takes: number, gives: undefined, detail: 'rounded to so many places, half away from zero' },
};

const names = Object.keys(argumentCounts).filter(isFunctionName);

/** The functions that give what fits. */
export function functionItems(
  fits: (gives: FactType | undefined) => boolean = () => true,
): readonly CompletionItem[] {
  return names
    .filter((name) => fits(functionShapes[name].gives))
    .map((name) => ({
      label: name,
      insert: `${name}(`,
      kind: 'function',
      detail: functionShapes[name].detail,
    }));
}
