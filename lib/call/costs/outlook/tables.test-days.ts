import type { DayNumber } from './calendar';
import { type CallCostSum, type CostsByDay, type DayCosts, NO_CALLS } from './day-costs';

const DAY_MS = 86_400_000;

/** The number of a date. */
export function dayOf(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** Days of calls that all have a cost: what each came to, in millionths; half of them before this time of day. */
export function daysFrom(
  first: string,
  totals: readonly number[],
  calls = 10,
): Map<DayNumber, DayCosts> {
  return new Map(
    totals.map((total, at) => {
      const half = Math.floor(total / 2);
      const part = (sum: number): CallCostSum => ({ calls, priced: calls, total: sum });
      return [dayOf(first) + at, { until: part(half), after: part(total - half) }];
    }),
  );
}

/** The days without what came after `today`, and without what came of it after this time of day. */
export function asOf(days: CostsByDay, today: DayNumber): CostsByDay {
  return new Map(
    [...days]
      .filter(([day]) => day <= today)
      .map(([day, costs]) => [day, day === today ? { ...costs, after: NO_CALLS } : costs]),
  );
}
