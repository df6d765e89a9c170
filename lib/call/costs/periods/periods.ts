import type { DateDuration } from '@internationalized/date';
import type { PreviousPeriod } from '@/lib/call/answers/index-responses';
import type { RelativeRange } from '@/lib/call/query/ranges';
import type { Comparison } from '@/lib/call/query/routes/costs-query';
import {
  asMeant,
  type CalendarSpan,
  type Instants,
  spanInProgress,
  wholeSpan,
} from './calendar-span';
import { dayAt, daysBetween, earlier, startOfDay, timeOfDay } from './local-days';

/**
 * The one place that decides what a range is compared with.
 *
 * - Whole months (so quarters and years) and whole weeks, Monday to Sunday: as many just before. A single day: the same
 *   weekday a week before.
 * - What has begun and is not over (today, this month, or a range that is as much of one): the same part of its like.
 * - Any other range: an equal number of days by the clocks of the zone, just before.
 * - An end at a midnight, or at the last second of a day, is the end of that day.
 * - A year earlier: the same dates; 52 weeks where the range is of whole weeks or a single day, so that weekdays meet.
 */

/** What a range is compared with, and why that. */
export type Compared = Instants & { kind: PreviousPeriod['kind'] };

export type PeriodQuestion = Instants & {
  zone: string;
  /** What is later than this has not happened. */
  now: number;
  /** How the range was asked for, where that was no instant. */
  token?: RelativeRange | undefined;
};

/** What a range is compared with. */
export function previousPeriod(
  asked: PeriodQuestion,
  compare: Exclude<Comparison, 'none'>,
): Compared {
  const question = asMeant(asked);
  const { zone, now, token } = question;
  const over = { from: question.from, to: Math.max(question.from, Math.min(question.to, now)) };
  const whole = wholeSpan(question, zone);
  if (whole && question.to <= now) return wholeBefore(whole, compare, zone);
  const begun = whole ?? spanInProgress(over, zone, token);
  return begun ? partBefore(begun, over.to, compare, zone) : daysBefore(over, compare, zone);
}

const YEAR = { years: 1 } as const;
/** The days of 52 weeks. */
const YEAR_OF_WEEKS = { days: 364 } as const;
const DAY = 86_400_000;

function stepOf({ step }: CalendarSpan, compare: Exclude<Comparison, 'none'>): DateDuration {
  if (compare === 'previous') return step;
  return 'months' in step ? YEAR : YEAR_OF_WEEKS;
}

function wholeBefore(
  span: CalendarSpan,
  compare: Exclude<Comparison, 'none'>,
  zone: string,
): Compared {
  const step = stepOf(span, compare);
  return {
    from: startOfDay(span.first.subtract(step), zone),
    to: startOfDay(span.until.subtract(step), zone) - 1,
    kind: 'calendar',
  };
}

/** As much of the like before as is over of this one; all of it where the like is shorter than that. */
function partBefore(
  span: CalendarSpan,
  end: number,
  compare: Exclude<Comparison, 'none'>,
  zone: string,
): Compared {
  const step = stepOf(span, compare);
  const whole = wholeBefore(span, compare, zone);
  const day = dayAt(end, zone);
  const same = day.subtract(step);
  // The 31st of a month of 30 days: its day 30 is over.
  const isShorter = 'days' in step ? false : same.day !== day.day;
  const to = isShorter ? startOfDay(same.add({ days: 1 }), zone) - 1 : earlier(end, step, zone);
  return { from: whole.from, to: Math.min(to, whole.to), kind: 'elapsed' };
}

function daysBefore(
  { from, to }: Instants,
  compare: Exclude<Comparison, 'none'>,
  zone: string,
): Compared {
  const { days, isWhole } = lengthOf({ from, to }, zone);
  const step = compare === 'previous' ? { days } : isWhole && days % 7 === 0 ? YEAR_OF_WEEKS : YEAR;
  const first = earlier(from, step, zone);
  if (compare === 'previous' && isWhole) return { from: first, to: from - 1, kind: 'days' };
  // Shifted as the start of what follows: of a last hour that happens twice nothing is cut off.
  const last = earlier(to + 1, step, zone) - 1;
  // A year earlier may be a part of a range that is longer than a year.
  const end = compare === 'previous' ? Math.min(last, from - 1) : last;
  return { from: first, to: Math.max(first, end), kind: 'days' };
}

/** How many days a range touches by the clocks, at least one, and whether it is that many exactly. */
export function lengthOf({ from, to }: Instants, zone: string): { days: number; isWhole: boolean } {
  // Hours that are counted, as in the last seven times 24, are days whatever the clocks do.
  const hours = Math.round((to - from) / DAY);
  if (hours > 0 && Math.abs(to - from - hours * DAY) <= 1) return { days: hours, isWhole: true };
  const after = to + 1;
  const [start, end] = [timeOfDay(from, zone), timeOfDay(after, zone)];
  const days = daysBetween(dayAt(from, zone), dayAt(after, zone)) + (end > start ? 1 : 0);
  return { days: Math.max(1, days), isWhole: end === start && days > 0 };
}
