import type { Instant } from '../../domain/run/events.ts';

/**
 * How long a system asks us to wait, in milliseconds: `Retry-After` holds seconds or an HTTP date. Undefined where it says neither; a date that has passed
 * asks for no wait. Source: RFC 9110, section 10.2.3.
 */
export function readRetryAfter(header: string | undefined, now: Instant): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = httpDate.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.parse(now));
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`; `Date.parse` alone would take many a word for a date. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
