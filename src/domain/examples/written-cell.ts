import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactType, IsoDate, Value } from '../facts/value.ts';
import { measure, type Measure } from './border.ts';
import { writtenValue } from './written-value.ts';

/** A column of the table of examples. */
export type Column = {
  readonly fact: string;
  readonly type: FactType;
  readonly is: Measure;
};

/**
 * What stands in a cell for a fact, as `readExamples` reads it: `$200`, `unknown`, `2` below `count(orders)`. Undefined where the
 * column cannot say it.
 */
export function writtenCell(
  { type, is }: Column,
  json: FactJson | undefined,
  today: IsoDate,
): string | undefined {
  if (json === undefined) return '';
  if (json === null) return 'unknown';
  const value = readValue(type, json);
  if (!value) return undefined;
  if (is === 'count' && !isCounted(value)) return undefined;
  const measured = measure(is, value, today);
  const text = measured && cellText(measured);
  return text === undefined || /[\r\n]/.test(text) ? undefined : text.replaceAll('|', '\\|');
}

/** A list of which only the length matters: `count(…)` constructs it. */
function isCounted(value: Value): boolean {
  return (
    value.kind === 'list' &&
    value.items.every((item, at) => item?.kind === 'text' && item.text === `item ${String(at + 1)}`)
  );
}

function cellText(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
    case 'choice': {
      const text = writtenValue(value);
      const isPlain = text === text.trim() && !/^(?:|unknown|["“”].*["“”])$/is.test(text);
      return isPlain ? text : `"${text}"`;
    }
    case 'list': {
      const items = value.items.map((item) => (item?.kind === 'text' ? item.text : undefined));
      const isPlain = items.every((item) => item !== undefined && /^[^,"“”]+$/.test(item));
      return isPlain ? writtenValue(value) : undefined;
    }
    default:
      return writtenValue(value);
  }
}
