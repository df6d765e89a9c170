import type { Micros } from '@/lib/call/costs/costs';
import type { DayNumber } from './calendar';

/** The parts of a budget that are worth telling, in percent. */
export const MARKS = [50, 75, 90, 100] as const;
export type Mark = (typeof MARKS)[number];

/**
 * The marks of a budget that a sum has reached, least first. Whoever warns of budgets asks this: what was told before
 * and is among them again needs no second word.
 */
export function reachedMarks(spent: Micros, budget: Micros): Mark[] {
  if (budget <= 0) return [];
  return MARKS.filter((mark) => spent * 100 >= budget * mark);
}

/** What is spent on a day, in the order of days. */
type DaySpent = { day: DayNumber; total: Micros };

/**
 * The day on which each mark was reached, or should be: `spent` until today, then what is expected beside the costs
 * that are `late`. Null: not within these days. A sum that fell below again counts from its last rise.
 */
export function markDays(
  budget: Micros,
  spent: readonly DaySpent[],
  expected: readonly DaySpent[],
  late: Micros,
): { mark: Mark; reached: DayNumber | null; expected: DayNumber | null }[] {
  const sums = running(spent, 0);
  const sofar = sums.at(-1)?.total ?? 0;
  const ahead = running(expected, sofar + late);
  const reached = reachedMarks(sofar, budget);
  const passes = (mark: Mark) => (sum: DaySpent) => reachedMarks(sum.total, budget).includes(mark);
  return MARKS.map((mark) => ({
    mark,
    reached: reached.includes(mark) ? lastRise(sums, passes(mark)) : null,
    expected: reached.includes(mark) ? null : (ahead.find(passes(mark))?.day ?? null),
  }));
}

function running(days: readonly DaySpent[], from: Micros): DaySpent[] {
  let sum = from;
  return days.map(({ day, total }) => {
    sum += total;
    return { day, total: sum };
  });
}

function lastRise(sums: readonly DaySpent[], passes: (sum: DaySpent) => boolean): DayNumber | null {
  const below = sums.findLastIndex((sum) => !passes(sum));
  return sums[below + 1]?.day ?? null;
}
