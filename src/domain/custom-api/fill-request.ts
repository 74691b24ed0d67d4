import { canonicalText } from '../facts/canonical-text.ts';
import { decimalText, type Decimal } from '../facts/decimal.ts';
import type { Value } from '../facts/value.ts';
import type { ApiRequest, BodyForm, BodyTemplate, PathTemplate, TextTemplate } from './api-document.ts';
import { currencyDecimals } from '../facts/currency-decimals.ts';

/** The values that stand for the names in a request. */
export type Values = (name: string) => Value | undefined;

export type FilledRequest =
  | {
      readonly is: 'filled';
      readonly path: string;
      readonly query: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Nothing may be sent: a value is not known. */
  | { readonly is: 'missing'; readonly name: string }
  /** Nothing may be sent: a value cannot stand where it would. */
  | { readonly is: 'unfit'; readonly name: string; readonly because: string };

/**
 * Puts values into a request. A value of a path is a part of one segment and never more: a slash, a backslash or a way up is refused, and
 * everything else is percent-encoded. Whatever the values are, method, host and the shape of the path stay.
 */
export function fillRequest(request: ApiRequest, basePath: string, values: Values): FilledRequest {
  try {
    const path = `${basePath}/${fillPath(request.path, values)}`;
    const query = Object.fromEntries(
      request.query.map(({ name, value }) => [
        name,
        value.map((part) => textOf(part, values, isQueryText)).join(''),
      ]),
    );
    const body = request.body === undefined ? undefined : fillBody(request.body, values);
    return { is: 'filled', path, query, body };
  } catch (error) {
    if (error instanceof CannotFill) return error.result;
    throw error;
  }
}

class CannotFill extends Error {
  readonly result: Exclude<FilledRequest, { is: 'filled' }>;
  constructor(result: CannotFill['result']) {
    super(`${result.name}: ${result.is}`);
    this.name = 'CannotFill';
    this.result = result;
  }
}

function fillPath(path: PathTemplate, values: Values): string {
  return path.map((segment) => fillSegment(segment, values)).join('/');
}

function fillSegment(segment: TextTemplate, values: Values): string {
  const filled = segment
    .map((part) => {
      const text = textOf(part, values, isPathText);
      return part.is === 'text' ? text : encodeURIComponent(text);
    })
    .join('');
  const [first] = segment.flatMap((part) => (part.is === 'name' ? [part.name] : []));
  if (/^\.{1,2}$/.test(filled) && first !== undefined)
    throw new CannotFill({ is: 'unfit', name: first, because: 'it would lead to another path' });
  return filled;
}

/** Why a text cannot stand in an address; undefined where it can. */
type TextCheck = (text: string) => string | undefined;

const longestAddressValue = 200;
const longestBodyText = 20_000;
/** What Zendesk's proxy would take for the place of a secret. */
const secretPlace = /\{\{/;

const isAnyText: TextCheck = (text) => {
  if (!text.isWellFormed()) return 'it holds half a character';
  if (secretPlace.test(text)) return 'it holds “{{”, which stands for a secret';
  return text.length > longestBodyText ? 'it is too long' : undefined;
};

const isQueryText: TextCheck = (text) => {
  if (text.length > longestAddressValue) return 'it is too long for an address';
  // A control character is never a part of a number or a name.
  return /\p{Cc}/u.test(text) ? 'it holds a line break or a control character' : isAnyText(text);
};

const isPathText: TextCheck = (text) => {
  if (text.trim() === '') return 'it is empty';
  return /[/\\]/.test(text) ? 'it holds a slash' : isQueryText(text);
};

function textOf(part: TextTemplate[number], values: Values, check: TextCheck): string {
  if (part.is === 'text') return part.text;
  const value = values(part.name);
  if (value === undefined) throw new CannotFill({ is: 'missing', name: part.name });
  const text = canonicalText(value);
  const because = check(text);
  if (because !== undefined) throw new CannotFill({ is: 'unfit', name: part.name, because });
  return text;
}

/** An optional value that is not given leaves its key out. */
function fillBody(body: BodyTemplate, values: Values): unknown {
  switch (body.is) {
    case 'constant':
      return body.value;
    case 'list':
      return body.items.map((item) => fillBody(item, values)).filter((item) => item !== undefined);
    case 'object':
      return Object.fromEntries(
        body.entries
          .map(([key, value]) => [key, fillBody(value, values)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'name': {
      const value = values(body.name);
      return value && jsonOf(value, body);
    }
  }
}

type Place = { readonly name: string; readonly as: BodyForm };

function jsonOf(value: Value, place: Place): unknown {
  const text = canonicalText(value);
  const because = isAnyText(text);
  if (because !== undefined) throw new CannotFill({ is: 'unfit', name: place.name, because });
  switch (value.kind) {
    case 'text':
    case 'choice':
    case 'date':
      return text;
    case 'number':
      return place.as === 'text' ? text : exactNumber(value.number, place);
    case 'yes-no':
      return place.as === 'text' ? text : value.yes;
    case 'list':
      return value.items.map((item) => (item === undefined ? null : canonicalText(item)));
    case 'duration':
      return place.as === 'text' || place.as === 'plain' ? text : lengthOfTime(value.seconds, place);
    case 'money':
      return amountOf(value, place);
  }
}

const secondsIn: Readonly<Partial<Record<BodyForm, number>>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

function lengthOfTime(seconds: Decimal, place: Place): number {
  const inSeconds = exactNumber(seconds, place);
  const units = inSeconds / (secondsIn[place.as] ?? 1);
  if (Number.isInteger(units)) return units;
  throw new CannotFill({ is: 'unfit', name: place.name, because: `it is no whole number of ${place.as}` });
}

function amountOf({ amount, currency }: Extract<Value, { kind: 'money' }>, place: Place): string | number {
  const { name, as } = place;
  if (as === 'currency') return currency;
  const decimals = currencyDecimals(currency);
  if (decimals === undefined || !amount.eq(amount.round(decimals, 0)))
    throw new CannotFill({ is: 'unfit', name, because: `it has more decimals than ${currency} has` });
  if (as === 'decimal') return amount.toFixed(decimals);
  return exactNumber(as === 'minor units' ? amount.times(`1${'0'.repeat(decimals)}`) : amount, place);
}

/** A JSON number that keeps every digit. */
function exactNumber(decimal: Decimal, { name }: Place): number {
  const text = decimalText(decimal);
  const number = Number(text);
  if (String(number) === text) return number;
  throw new CannotFill({ is: 'unfit', name, because: 'it has more digits than a number of JSON keeps' });
}
