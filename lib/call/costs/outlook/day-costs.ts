import type { Micros } from '@/lib/call/costs/costs';
import type { DayNumber } from './calendar';

/** What some calls cost: `priced` of them have a cost, and `total` is theirs. */
export type CallCostSum = { calls: number; priced: number; total: Micros };

/** The calls of a day, cut at the time of day that it is now: those until it, and those after it. */
export type DayCosts = { until: CallCostSum; after: CallCostSum };

/** Days with calls; a known day without any is left out. */
export type CostsByDay = ReadonlyMap<DayNumber, DayCosts>;

export const NO_CALLS: CallCostSum = { calls: 0, priced: 0, total: 0 };

export function sumOf(parts: Iterable<CallCostSum>): CallCostSum {
  let sum = NO_CALLS;
  for (const { calls, priced, total } of parts)
    sum = { calls: sum.calls + calls, priced: sum.priced + priced, total: sum.total + total };
  return sum;
}

/** All calls of a day. */
export function wholeDay(days: CostsByDay, day: DayNumber): CallCostSum {
  const costs = days.get(day);
  return costs ? sumOf([costs.until, costs.after]) : NO_CALLS;
}

/** The calls of a day until the time of day that it is now. */
export function untilNow(days: CostsByDay, day: DayNumber): CallCostSum {
  return days.get(day)?.until ?? NO_CALLS;
}

/** What calls cost; null where there are some and none has a cost, which is not a cost of zero. */
export function knownTotal({ calls, priced, total }: CallCostSum): Micros | null {
  return calls > 0 && priced === 0 ? null : total;
}
