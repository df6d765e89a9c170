import type { Sums } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';

/** What calls come to, of whatever they are counted. */
export type Counted = Pick<Sums, 'calls' | 'calls_without_cost' | 'total'>;

/** How many of the calls have a cost. */
export function pricedCalls({ calls, calls_without_cost }: Counted): number {
  return calls - calls_without_cost;
}

/** What the calls cost; null when none of them has a cost, which is not a cost of zero. */
export function totalCost(sums: Counted): number | null {
  return pricedCalls(sums) > 0 ? sums.total : null;
}

/** Calls that there were none of cost nothing; calls that nobody knows the cost of are another matter. */
export function knownCost(sums: Counted): number | null {
  return sums.calls === 0 ? 0 : totalCost(sums);
}

/** What the calls without a cost would cost at the price per call of the others; null where nothing tells that price. */
export function expectedCost({ calls_without_cost, per_call }: Sums): number | null {
  return per_call === null ? null : calls_without_cost * per_call;
}

/** Minutes, with a decimal as long as it says something. */
export function formatMinutes(minutes: number): string {
  return minutes >= 100 ? formatCount(Math.round(minutes)) : minutes.toFixed(1).replace(/\.0$/, '');
}

/** Why there is nothing to draw of these calls' costs; null when there is something. */
export function nothingToDraw(totals: Sums): string | null {
  if (totals.calls === 0) return 'No call matches these filters in this range.';
  if (pricedCalls(totals) > 0) return null;
  return totals.calls === 1
    ? 'One call matches, and it has no cost. That is not a cost of zero: HappyRobot has not said what it cost.'
    : `${formatCount(totals.calls)} calls match, and none of them has a cost. That is not a cost of zero: HappyRobot has not said what they cost.`;
}
