import type { Decimal } from '../facts/decimal.ts';
import { zero, type LinearForm } from './linear-form.ts';

/** What a comparison cuts: facts as they are, dates by their days since today, the present day itself. */
export type Cut = 'plain' | 'days-since' | 'today';

export function cutOf({ parts, todays }: LinearForm): Cut | 'nothing' {
  if (parts.size === 0) return todays.eq(zero) ? 'nothing' : 'today';
  return todays.eq(zero) ? 'plain' : 'days-since';
}

export const todayDraft = {
  key: 'today',
  name: 'today',
  fact: 'today',
  is: 'fact',
  type: { kind: 'date' },
  uses: ['today'],
} as const;

/** More days of rounding than this are no amount that anybody compares. */
const mostRounding = 10;

/** A threshold, and where days were rounded on the way also those beside it; none where it could lie anywhere between. */
export function placesAround(threshold: Decimal, rounding: Decimal, isDate: boolean): readonly Decimal[] {
  if (rounding.eq(zero)) return [threshold];
  if (!isDate) return [];
  const days = Number(rounding.round(0, 3).toFixed());
  if (days > mostRounding) return [];
  return Array.from({ length: 2 * days + 1 }, (_, at) => threshold.plus(String(at - days)));
}
