import type { CalendarDate, DateDuration } from '@internationalized/date';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { dayAt, daysBetween, timeOfDay } from './local-days';

/** A bucket of a series: its first instant and the first after it, as an answer writes them. */
type Bucket = { start: string; end: string };
type Pair<T> = { current: T | null; before: T | null };
/** Where two periods begin: instants. */
type Starts = { current: string; previous: string };

/**
 * Every bucket of both periods, once, in the order of the calendar. Days and hours meet by the day of the month where
 * both periods begin with a month, else by the weekday; weeks and months one after the other. What has no counterpart,
 * such as the 31st, stands alone, so that what is shown adds up to each period.
 */
export function paired<T extends Bucket>(
  series: readonly T[],
  previous: readonly T[],
  interval: Interval,
  starts: Starts,
  zone: string,
): Pair<T>[] {
  if (interval === 'week' || interval === 'month') return inOrder(series, previous);
  const first = dayAt(Date.parse(starts.current), zone);
  const shift = shiftOf(first, dayAt(Date.parse(starts.previous), zone));
  const at = (bucket: T) => dayAt(Date.parse(bucket.start), zone);
  // Days begin at one where midnight is skipped: their place is the day alone.
  const time = (bucket: T) => (interval === 'hour' ? timeOfDay(Date.parse(bucket.start), zone) : 0);
  const now = series.map((current) => ({
    current,
    place: placeOf(at(current), null, time(current)),
  }));
  const pending = previous.map((before) => ({
    before,
    place: placeOf(at(before), shift, time(before)),
  }));
  return merged(now, pending);
}

function inOrder<T>(series: readonly T[], previous: readonly T[]): Pair<T>[] {
  return Array.from({ length: Math.max(series.length, previous.length) }, (_, at) => ({
    current: series[at] ?? null,
    before: previous[at] ?? null,
  }));
}

type Shift = Required<Pick<DateDuration, 'months'>> | Required<Pick<DateDuration, 'days'>>;

/** From a day of the period before to the one it is beside. */
function shiftOf(current: CalendarDate, previous: CalendarDate): Shift {
  if (current.day === 1 && previous.day === 1)
    return { months: (current.year - previous.year) * 12 + current.month - previous.month };
  const days = daysBetween(previous, current);
  // Less than a week has no weekday in common.
  return { days: days < 7 ? days : Math.round(days / 7) * 7 };
}

/** Sorts like the calendar, and is the same for what belongs together: month and day of month, or days, and the time. */
function placeOf(day: CalendarDate, shift: Shift | null, time: number): number {
  const { year, month, day: ofMonth } = shift && 'days' in shift ? day.add(shift) : day;
  const months = year * 12 + month + (shift && 'months' in shift ? shift.months : 0);
  // The 31st keeps its place in a month that has none.
  return (months * 31 + ofMonth) * DAY + time;
}

const DAY = 86_400_000;

/** Both lists are in order; an hour that happens twice meets the one of the other period once. */
function merged<T>(
  now: readonly { current: T; place: number }[],
  pending: readonly { before: T; place: number }[],
): Pair<T>[] {
  const byPlace = new Map<number, Pair<T>[]>();
  const placed = (place: number) => {
    const known = byPlace.get(place) ?? [];
    byPlace.set(place, known);
    return known;
  };
  for (const { current, place } of now) placed(place).push({ current, before: null });
  for (const { before, place } of pending) {
    const free = placed(place).find((pair) => pair.before === null);
    if (free) free.before = before;
    else placed(place).push({ current: null, before });
  }
  return [...byPlace].sort(([a], [b]) => a - b).flatMap(([, pairs]) => pairs);
}
