import type { CallRow } from '@/lib/call/call';
import { microsOf } from '@/lib/call/costs/costs';
import type { RelatedTotals } from '@/lib/call/related';

/** What is known of some calls so far. Amounts are whole millionths, so that sums of them are exact. */
export type Tally = {
  calls: number;
  withoutCost: number;
  withoutDuration: number;
  seconds: number;
  micros: number;
};

export const NOTHING: Tally = {
  calls: 0,
  withoutCost: 0,
  withoutDuration: 0,
  seconds: 0,
  micros: 0,
};

export function tallyOf({ duration, costs }: Pick<CallRow, 'duration' | 'costs'>): Tally {
  const micros = microsOf(costs?.total_costs);
  return {
    calls: 1,
    withoutCost: micros === null ? 1 : 0,
    withoutDuration: typeof duration === 'number' ? 0 : 1,
    seconds: duration ?? 0,
    micros: micros ?? 0,
  };
}

export function plus(a: Tally, b: Tally): Tally {
  return {
    calls: a.calls + b.calls,
    withoutCost: a.withoutCost + b.withoutCost,
    withoutDuration: a.withoutDuration + b.withoutDuration,
    seconds: a.seconds + b.seconds,
    micros: a.micros + b.micros,
  };
}

/** A sum over calls none of which had a figure is no sum: null. */
export function totalsOf(tally: Tally): RelatedTotals {
  const { calls, withoutCost, withoutDuration, seconds, micros } = tally;
  return {
    calls,
    calls_without_cost: withoutCost,
    calls_without_duration: withoutDuration,
    minutes: withoutDuration === calls ? null : seconds / 60,
    cost: withoutCost === calls ? null : micros / 1_000_000,
  };
}
