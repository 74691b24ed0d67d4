const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** How long ago an instant is, in words: `2 days ago`. */
export function ago(instant: string): string {
  const milliseconds = Date.parse(instant) - Date.now();
  const unit = UNITS.find(([, length]) => Math.abs(milliseconds) >= length);
  return unit === undefined ? 'now' : words.format(Math.round(milliseconds / unit[1]), unit[0]);
}

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant as a date with its time. */
export const moment = (instant: string): string => exact.format(new Date(instant));
