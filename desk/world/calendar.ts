/**
 * Days around the one on which the world begins. All instants count from that day's first moment in UTC, so that a world is the same all
 * day and nothing that happened in it lies in the future.
 */
export type Calendar = {
  /** An instant so many whole days before today, at that time of day: `calendar.ago(9, '17:30')`. */
  ago(days: number, time?: string): string;
  /** The calendar day so many days from today, such as a due date: `calendar.dayIn(10)`. */
  dayIn(days: number): string;
};

const DAY = 86_400_000;

export function createCalendar(now: Date): Calendar {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return {
    ago(days, time = '12:00') {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const instant = midnight - days * DAY + hours * 3_600_000 + minutes * 60_000;
      return new Date(instant).toISOString().replace('.000Z', 'Z');
    },
    dayIn: (days) => new Date(midnight + days * DAY).toISOString().slice(0, 10),
  };
}
