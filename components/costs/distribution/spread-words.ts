import type { Money } from '@/components/costs/view/use-costs-view';
import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import { formatShare } from '@/lib/format/money';
import { formatCount, plural } from '@/lib/format/number';
import { costBars, placeAmong } from './cost-bars';

type Spread = Omit<PatternsResponse, 'meta'>;

/** How many calls have a cost. */
function pricedOf({ distribution, free, below_zero }: Spread): number {
  return distribution.reduce((sum, { count }) => sum + count, free + below_zero);
}

/** Why there is nothing to draw; null when there is something. */
export function nothingSpread(spread: Spread): string | null {
  if (spread.cells.length === 0) return 'No call matches these filters in this range.';
  if (pricedOf(spread) === 0)
    return 'None of these calls has a cost. That is not a cost of zero: HappyRobot has not said what they cost.';
  return spread.distribution.length > 0 ? null : apartWords(spread).join(' ');
}

/** What the histogram says, in sentences. */
export function spreadWords(spread: Spread, money: Money): string {
  const priced = pricedOf(spread);
  const [most] = [...costBars(spread, money)].sort((a, b) => b.count - a.count);
  const share = most && formatShare(most.count, priced);
  return [
    `${plural(priced, 'call has', 'calls have')} a cost`,
    most ? `; most often ${most.label}: ${formatCount(most.count)} (${share}).` : '.',
    ...percentileWords(spread, money),
    ...apartWords(spread).map((words) => ` ${words}`),
  ].join('');
}

function percentileWords({ p50, p95 }: Spread, money: Money): string[] {
  if (p50 === null || p95 === null) return [];
  const write = money.of([p50, p95]);
  return [
    ` Half of them cost ${write(p50)} or less (the median), 95 of 100 cost ${write(p95)} or less (p95).`,
  ];
}

/** Calls that are in no bar. */
function apartWords({ free, below_zero }: Spread): string[] {
  return [
    ...(free > 0 ? [`${plural(free, 'call was', 'calls were')} free and not in the drawing.`] : []),
    ...(below_zero > 0
      ? [`${plural(below_zero, 'call has', 'calls have')} a cost below zero, not drawn either.`]
      : []),
  ];
}

/** The median and the 95th percentile, where they lie among the bars. */
export function costMarks(spread: Spread, money: Money) {
  const { p50, p95 } = spread;
  if (p50 === null || p95 === null) return [];
  const bars = costBars(spread, money);
  const write = money.of([p50, p95]);
  return [
    { place: placeAmong(bars, p50), label: `Median ${write(p50)}` },
    { place: placeAmong(bars, p95), label: `p95 ${write(p95)}` },
  ];
}
