import {
  type CalendarDate,
  fromAbsolute,
  startOfMonth,
  startOfWeek,
} from '@internationalized/date';
import { dayAt, startOfDay } from '@/lib/call/costs/periods/local-days';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { CallscopeError } from '@/lib/server/errors';

/** A piece of a series: `start` is in it, `end` is not; milliseconds. */
export type Bucket = { start: number; end: number };

const HOUR = 3_600_000;
/** More than anybody can look at, and as many as an answer should hold. */
const MAX_BUCKETS = 5000;

/**
 * The buckets that a range touches, by the clocks of a zone. Days start where the clocks start them, also when
 * midnight is skipped or happens twice; weeks start on Monday; hours are real hours, so that a day of 25 has 25.
 * @throws {CallscopeError} `invalid_request` when there would be more than `most`.
 */
export function bucketsOf(
  from: number,
  to: number,
  interval: Interval,
  zone: string,
  most = MAX_BUCKETS,
): Bucket[] {
  const buckets: Bucket[] = [];
  if (to < from) return buckets;
  let start = firstStart(from, interval, zone);
  while (start <= to) {
    if (buckets.length >= most) throw tooFine(interval, most);
    const end = nextStart(start, interval, zone);
    buckets.push({ start, end });
    start = end;
  }
  return buckets;
}

/** An instant with the offset of the zone at that moment, `2026-11-01T00:00:00-05:00`. */
export function withOffset(instant: number, zone: string): string {
  const { offset } = fromAbsolute(instant, zone);
  const local = new Date(instant + offset).toISOString();
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${local.slice(0, 19)}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function firstStart(from: number, interval: Interval, zone: string): number {
  if (interval === 'hour') {
    const { offset } = fromAbsolute(from, zone);
    // Clocks that are changed within an hour begin a new one there.
    return from - mod(from + offset, HOUR);
  }
  return startOfDay(firstDay(dayAt(from, zone), interval), zone);
}

function nextStart(start: number, interval: Interval, zone: string): number {
  if (interval === 'hour')
    return start + HOUR - mod(start + fromAbsolute(start, zone).offset, HOUR);
  const day = dayAt(start, zone);
  const following = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }[interval];
  return startOfDay(firstDay(day.add(following), interval), zone);
}

function firstDay(day: CalendarDate, interval: Exclude<Interval, 'hour'>): CalendarDate {
  if (interval === 'week') return startOfWeek(day, 'en', 'mon');
  return interval === 'month' ? startOfMonth(day) : day;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** The bucket that holds an instant; undefined before the first and after the last. */
export function bucketAt(buckets: readonly Bucket[], instant: number): number | undefined {
  let [low, high] = [0, buckets.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const bucket = buckets[middle];
    if (!bucket) return undefined;
    if (instant < bucket.start) high = middle - 1;
    else if (instant >= bucket.end) low = middle + 1;
    else return middle;
  }
  return undefined;
}

function tooFine(interval: Interval, most: number): CallscopeError {
  const message = `${interval} makes more than ${most} buckets of this range`;
  return new CallscopeError('invalid_request', `interval=${message}: choose a longer one.`, {
    errors: [{ field: 'interval', message }],
  });
}
