import type { DateDuration } from '@internationalized/date';
import type { RelativeRange } from '@/lib/call/query/ranges';
import {
  asMeant,
  type CalendarSpan,
  type Instants,
  spanInProgress,
  wholeSpan,
} from './calendar-span';
import { daysBetween, earlier, startOfDay } from './local-days';
import { lengthOf, type PeriodQuestion } from './periods';

/** The range beside another: instants, or a word where it is one that goes on with time. */
export type Neighbour = Instants & { token: RelativeRange | null };

/** The whole month after a month, the ten days before ten days; null where it has not begun. */
export function neighbour(asked: PeriodQuestion, way: 'before' | 'after'): Neighbour | null {
  const question = asMeant(asked);
  const { zone, now, token } = question;
  const over = { from: question.from, to: Math.max(question.from, Math.min(question.to, now)) };
  const span = wholeSpan(question, zone) ?? spanInProgress(over, zone, token);
  const found = span ? spanBeside(span, way, question) : daysBeside(over, way, zone);
  return found.from > now ? null : found;
}

function spanBeside(
  { first, until, step }: CalendarSpan,
  way: 'before' | 'after',
  { zone, now }: PeriodQuestion,
): Neighbour {
  const length = 'months' in step ? step : { days: daysBetween(first, until) };
  const moved = way === 'before' ? [first.subtract(length), first] : [until, until.add(length)];
  const [from = first, after = until] = moved;
  const instants = { from: startOfDay(from, zone), to: startOfDay(after, zone) - 1 };
  return { ...instants, token: instants.to > now ? wordFor(length, from) : null };
}

function daysBeside({ from, to }: Instants, way: 'before' | 'after', zone: string): Neighbour {
  const { days, isWhole } = lengthOf({ from, to }, zone);
  const by = { days: way === 'before' ? days : -days };
  const moved = { from: earlier(from, by, zone), to: earlier(to + 1, by, zone) - 1 };
  if (!isWhole) return { ...moved, token: null };
  // Whole days touch each other, also where the clocks are changed between them.
  return way === 'before'
    ? { from: moved.from, to: from - 1, token: null }
    : { from: to + 1, to: moved.to, token: null };
}

/** What has begun and goes on, by the word for it. */
function wordFor(length: DateDuration, first: { month: number }): RelativeRange | null {
  if (length.days) return length.days === 1 ? 'today' : length.days === 7 ? 'this-week' : null;
  if (length.months === 1) return 'this-month';
  if (length.months === 3 && first.month % 3 === 1) return 'this-quarter';
  return length.months === 12 && first.month === 1 ? 'this-year' : null;
}
