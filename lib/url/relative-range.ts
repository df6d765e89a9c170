import { type CalendarDate, startOfMonth, startOfWeek, startOfYear } from '@internationalized/date';
import { dayAt, startOfDay } from '@/lib/call/costs/periods/local-days';
import type { CallsQuery } from '@/lib/call/query/filters';
import { ALL_TIME, isRelativeRange, type RelativeRange } from '@/lib/call/query/ranges';

/** Two instants, both inclusive, as ISO 8601 in UTC; an absent end is open. */
export type InstantRange = { from?: string; to?: string };

const HOUR = 3_600_000;

/** Every token as the days it covers: from the first to before `until`, which is open when absent. */
const CALENDAR_RANGES = {
  today: (today) => ({ first: today }),
  yesterday: (today) => ({ first: today.subtract({ days: 1 }), until: today }),
  'this-week': (today) => ({ first: monday(today) }),
  'last-week': (today) => ({ first: monday(today).subtract({ weeks: 1 }), until: monday(today) }),
  'this-month': (today) => ({ first: startOfMonth(today) }),
  'last-month': (today) => ({
    first: startOfMonth(today).subtract({ months: 1 }),
    until: startOfMonth(today),
  }),
  'this-quarter': (today) => ({ first: startOfQuarter(today) }),
  'last-quarter': (today) => ({
    first: startOfQuarter(today).subtract({ months: 3 }),
    until: startOfQuarter(today),
  }),
  'this-year': (today) => ({ first: startOfYear(today) }),
  // Whole ones, as the last month is: a month that has begun would be compared with a whole one.
  'last-12-months': (today) => ({
    first: startOfMonth(today).subtract({ months: 12 }),
    until: startOfMonth(today),
  }),
} satisfies Partial<Record<RelativeRange, (today: CalendarDate) => CalendarDays>>;

/** Tokens that count back from now, in hours: they mean the same in every zone. */
const ROLLING_HOURS = {
  '-24h': 24,
  '-7d': 7 * 24,
  '-28d': 28 * 24,
  '-30d': 30 * 24,
  '-90d': 90 * 24,
} satisfies Record<Exclude<RelativeRange, keyof typeof CALENDAR_RANGES | typeof ALL_TIME>, number>;

type CalendarDays = { first: CalendarDate; until?: CalendarDate };

/**
 * The instants that a range means at `now`. Days start where the zone's clocks start them, also when midnight
 * is skipped or happens twice; weeks start on Monday.
 */
export function resolveRange(
  { from, to }: Pick<CallsQuery, 'from' | 'to'>,
  timezone: string,
  now: Date,
): InstantRange {
  if (!isRelativeRange(from)) {
    return { ...(from && { from: utc(from) }), ...(to && { to: utc(to) }) };
  }
  if (from === ALL_TIME) return {};
  if (isRolling(from)) return { from: utc(now.getTime() - ROLLING_HOURS[from] * HOUR) };
  const today = dayAt(now.getTime(), timezone);
  const days: CalendarDays = CALENDAR_RANGES[from](today);
  return {
    from: utc(startOfDay(days.first, timezone)),
    ...(days.until && { to: utc(startOfDay(days.until, timezone) - 1) }),
  };
}

function isRolling(range: RelativeRange): range is keyof typeof ROLLING_HOURS {
  return range in ROLLING_HOURS;
}

function startOfQuarter(date: CalendarDate): CalendarDate {
  return startOfMonth(date).subtract({ months: (date.month - 1) % 3 });
}

function monday(date: CalendarDate): CalendarDate {
  return startOfWeek(date, 'en', 'mon');
}

function utc(instant: string | number): string {
  return new Date(instant).toISOString();
}
