import { type DayNumber, daysBetween, weekdayOf } from './calendar';
import { type CallCostSum, type CostsByDay, sumOf, wholeDay } from './day-costs';

/** How many weeks before today the pattern is made of, and how many there must be. */
export const WEEKS = 8;
export const LEAST_WEEKS = 4;
/** A weekday needs so many of its days: costs that are late can take some of them away. */
const LEAST_DAYS = 3;

/** What a weekday was like in the weeks before today: its days whose costs are known. */
export type History = {
  daysOf: (weekday: number) => readonly DayNumber[];
  /** The part of the calls that never gets a cost. */
  usualMissing: number;
  /** What a call with a cost costs. */
  perCall: number;
};

/** Why there is no pattern: too few weeks are known, there are no calls, or none of them has a cost. */
export type NoHistory = 'no_calls' | 'too_short' | 'no_costs';

/**
 * The whole days before `today` that count, at most {@link WEEKS} weeks of them. `firstDay` is the first whole day that
 * is known: what was before is not zero but unknown.
 */
export function historyOf(
  days: CostsByDay,
  firstDay: DayNumber | null,
  today: DayNumber,
): History | NoHistory {
  if (firstDay === null) return 'no_calls';
  const first = Math.max(firstDay, today - WEEKS * 7);
  if (today - first < LEAST_WEEKS * 7) return 'too_short';
  const known = daysBetween(first, today - 1);
  const all = sumOf(known.map((day) => wholeDay(days, day)));
  if (all.priced === 0) return all.calls === 0 ? 'no_calls' : 'no_costs';
  const usualMissing = missingShare(known, days, today);
  const counted = known.filter((day) => !isLate(wholeDay(days, day), usualMissing));
  const daysOf = (weekday: number) => counted.filter((day) => weekdayOf(day) === weekday);
  if ([1, 2, 3, 4, 5, 6, 7].some((weekday) => daysOf(weekday).length < LEAST_DAYS))
    return 'too_short';
  return { daysOf, usualMissing, perCall: all.total / all.priced };
}

/** Of calls older than a week: what has no cost by then never gets one. */
function missingShare(known: readonly DayNumber[], days: CostsByDay, today: DayNumber): number {
  const old = sumOf(known.filter((day) => day < today - 7).map((day) => wholeDay(days, day)));
  return old.calls === 0 ? 0 : (old.calls - old.priced) / old.calls;
}

/** How many calls have no cost beyond those that never get one; none where that may be chance. */
export function missingBeyondUsual({ calls, priced }: CallCostSum, usualMissing: number): number {
  const beyond = calls - priced - usualMissing * calls;
  const chance = Math.sqrt(calls * usualMissing * (1 - usualMissing));
  return beyond > 2 * chance ? beyond : 0;
}

/** So many costs are still to come that the sum says nothing yet. */
export function isLate(sum: CallCostSum, usualMissing: number): boolean {
  return missingBeyondUsual(sum, usualMissing) > Math.max(3, sum.calls * 0.1);
}
