import { formatPercent } from '@/components/outcomes/view/write';
import { FALL_LEVEL, LEAST_FALL, WEEKS_BEFORE } from '@/lib/call/outcomes/falls';
import { rateOf } from '@/lib/call/outcomes/proportions';
import { formatCount } from '@/lib/format/number';

/** `20 of 100 calls (20.0%)`. */
export function filledWords(proportion: { calls: number; filled: number }): string {
  const { calls, filled } = proportion;
  return `${formatCount(filled)} of ${formatCount(calls)} calls (${formatPercent(rateOf(proportion))})`;
}

/** `p = 0.0003`, `p < 0.0001`. */
export function probabilityWords(p: number): string {
  return p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`;
}

/** Which test it is, and what it leaves out. */
export const TEST_WORDS = `The newest full week against the ${WEEKS_BEFORE} weeks before it, of calls that reached somebody: a one-sided two-proportion z-test at ${FALL_LEVEL * 100}%, corrected after Holm for all fields. Falls of less than ${LEAST_FALL * 100} points are not told, nor is anything tested with fewer than 30 calls in one of the periods, or fewer than five expected with or without a value.`;
