import { type CalendarDate, type DateDuration, isSameDay } from '@internationalized/date';
import type { RelativeRange } from '@/lib/call/query/ranges';
import { dayAt, daysBetween, startOfDay } from './local-days';

/** Both ends are in it; milliseconds. */
export type Instants = { from: number; to: number };

/** A range that is a part of the calendar: whole months, weeks, a day, or as much of one as is over. */
export type CalendarSpan = {
  /** Its first day, and the first day after the whole of it. */
  first: CalendarDate;
  until: CalendarDate;
  /** From its like before to itself: months, or days in whole weeks, so that weekdays stay. */
  step: { months: number } | { days: number };
};

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const LENGTHS: Record<Unit, DateDuration> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

/** A day is compared with the same weekday: a Monday is no measure of a Sunday. */
const STEPS: Record<Unit, CalendarSpan['step']> = {
  day: { days: 7 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

/** The ranges that say themselves what they are the beginning of. */
const IN_PROGRESS: Partial<Record<RelativeRange, Unit>> = {
  today: 'day',
  'this-week': 'week',
  'this-month': 'month',
  'this-quarter': 'quarter',
  'this-year': 'year',
};

/**
 * A range with its end as it was meant: the midnight at which it stops, or the last full second of a day, is the end of
 * that day. One that lasts until now ends now, and a single instant is no day.
 */
export function asMeant<Range extends Instants & { zone: string; now: number }>(
  range: Range,
): Range {
  const { from, to, zone, now } = range;
  if (to <= from || to === now) return range;
  const after = firstDay(to, zone) ?? dayAfter(to, zone);
  return after ? { ...range, to: startOfDay(after, zone) - 1 } : range;
}

/** The whole months or weeks, or the single day, that a range is; its end is that of {@link asMeant}. */
export function wholeSpan({ from, to }: Instants, zone: string): CalendarSpan | null {
  const first = firstDay(from, zone);
  const until = first && dayAfter(to, zone);
  if (!first || !until || until.compare(first) <= 0) return null;
  if (first.day === 1 && until.day === 1) {
    const months = (until.year - first.year) * 12 + until.month - first.month;
    return { first, until, step: { months } };
  }
  const days = daysBetween(first, until);
  if (isMonday(first) && isMonday(until)) return { first, until, step: { days } };
  return days === 1 ? { first, until, step: STEPS.day } : null;
}

/**
 * What a range is the beginning of: the shortest part of the calendar that it began with and that is not over at its
 * end. Ends on a full day in the past were meant as they are.
 */
export function spanInProgress(
  { from, to }: Instants,
  zone: string,
  token: RelativeRange | undefined,
): CalendarSpan | null {
  const first = firstDay(from, zone);
  if (!first || to < from) return null;
  const named = token && IN_PROGRESS[token];
  if (named) return spanOf(named, first);
  if (token || dayAfter(to, zone)) return null;
  const last = dayAt(to, zone);
  const unit = BEGINNINGS.find(
    ([unit, begins]) => begins(first) && last.compare(first.add(LENGTHS[unit])) < 0,
  )?.[0];
  return unit ? spanOf(unit, first) : null;
}

/** A range from the first of a month on means the month, also where that is a Monday. */
const BEGINNINGS: readonly [Unit, (day: CalendarDate) => boolean][] = [
  ['day', () => true],
  ['month', ({ day }) => day === 1],
  ['week', isMonday],
  ['quarter', ({ day, month }) => day === 1 && month % 3 === 1],
  ['year', ({ day, month }) => day === 1 && month === 1],
];

function spanOf(unit: Unit, first: CalendarDate): CalendarSpan {
  return { first, until: first.add(LENGTHS[unit]), step: STEPS[unit] };
}

/** The day that an instant is the start of. */
function firstDay(instant: number, zone: string): CalendarDate | null {
  const day = dayAt(instant, zone);
  return startOfDay(day, zone) === instant ? day : null;
}

const SECOND = 1000;

/** The day after the one that a range ends with; ends written by hand often stop at its last full second. */
function dayAfter(to: number, zone: string): CalendarDate | null {
  const next = dayAt(to + SECOND, zone);
  return isSameDay(next, dayAt(to, zone)) ? null : next;
}

function isMonday(day: CalendarDate): boolean {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() === 1;
}
