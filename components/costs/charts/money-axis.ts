import type { Money } from '@/components/costs/view/use-costs-view';
import type { Sums } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { niceTicks } from '@/lib/format/ticks';

/** How far the bars of a drawing reach, below zero and above. */
export type Extent = { min: number; max: number };

/** Of less than so much of the axis nobody sees anything: a pixel or two. */
const SEEN = 0.01;

/** An axis of money: round marks in one precision, no further below zero than there is something to see. */
export function moneyAxis({ min, max }: Extent, { axis }: Pick<Money, 'axis'>, count = 5) {
  const low = min < 0 && -min >= (max - min) * SEEN ? min : Math.min(0, max);
  const ticks = niceTicks(low, max, count);
  const [first = 0] = ticks;
  return {
    ticks,
    domain: [first, ticks.at(-1) ?? max] satisfies [number, number],
    // What cannot be seen does not widen it.
    allowDataOverflow: true,
    tickFormatter: axis(ticks),
  };
}

/** How far bars of components reach that stand on each other, those below zero to the other side; and a line beside. */
export function stackedExtent(points: readonly Sums[], beside: readonly (number | null)[] = []) {
  const extent: Extent = { min: 0, max: 0 };
  const widen = (value: number) => {
    extent.min = Math.min(extent.min, value);
    extent.max = Math.max(extent.max, value);
  };
  for (const point of points) {
    const amounts = COST_COMPONENTS.map((component) => point[component]);
    widen(amounts.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0));
    widen(amounts.filter((amount) => amount < 0).reduce((sum, amount) => sum + amount, 0));
  }
  for (const value of beside) widen(value ?? 0);
  return extent;
}
