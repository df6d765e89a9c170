import { startOfWeek } from '@internationalized/date';
import { dayAt, startOfDay } from '@/lib/call/costs/periods/local-days';

/** A week by the clocks of a zone, from its Monday: `from` is in it, `to` is not; milliseconds. */
export type Week = { from: number; to: number };

/** The newest weeks that were over at an instant, from old to new. */
export function lastWeeks(until: number, zone: string, count: number): Week[] {
  // A range ends with its last millisecond: a week that is over then counts.
  const monday = startOfWeek(dayAt(until + 1, zone), 'en', 'mon');
  return Array.from({ length: count }, (_, at) => ({
    from: startOfDay(monday.subtract({ weeks: count - at }), zone),
    to: startOfDay(monday.subtract({ weeks: count - at - 1 }), zone),
  }));
}
