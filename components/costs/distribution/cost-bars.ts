import type { PatternsResponse } from '@/lib/call/answers/index-responses';

type Spread = Pick<PatternsResponse, 'distribution' | 'open_end' | 'free' | 'below_zero'>;

type Axis = { axis: (marks: readonly number[]) => (amount: number) => string };

/** How many calls cost so much: a bar of the histogram, or calls that are told apart from its bars. */
export type CostBar = {
  kind: 'bar' | 'open' | 'free' | 'below';
  /** Where it begins, and where it ends: null where it has no such end. */
  from: number | null;
  to: number | null;
  count: number;
  label: string;
};

/** The bars, from the cheapest on. */
export function costBars({ distribution, open_end }: Spread, { axis }: Axis): CostBar[] {
  const money = axis(edgesOf({ distribution, open_end }));
  return distribution.map(({ from, to, count }, at) =>
    open_end && at === distribution.length - 1
      ? { kind: 'open', from, to: null, count, label: `${money(from)} and more` }
      : { kind: 'bar', from, to, count, label: `${money(from)} – ${money(to)}` },
  );
}

/** Everything that is counted, as the rows of a table: also the calls that are in no bar. */
export function costRows(spread: Spread, money: Axis): CostBar[] {
  const { free, below_zero } = spread;
  const apart: CostBar[] = [
    { kind: 'below', from: null, to: 0, count: below_zero, label: 'Below zero' },
    { kind: 'free', from: 0, to: 0, count: free, label: 'Free' },
  ];
  return [...apart.filter(({ count }) => count > 0), ...costBars(spread, money)];
}

/** The amounts at the edges of the bars; the open one has no upper edge. */
export function edgesOf({
  distribution,
  open_end,
}: Pick<Spread, 'distribution' | 'open_end'>): number[] {
  const last = open_end ? undefined : distribution.at(-1)?.to;
  return [...distribution.map(({ from }) => from), ...(last === undefined ? [] : [last])];
}

/** Where an amount lies among the bars, counted in bars: beyond the last edge it lies in the middle of the open one. */
export function placeAmong(bars: readonly CostBar[], amount: number): number {
  const width = (bars[0]?.to ?? 0) - (bars[0]?.from ?? 0);
  const open = bars.at(-1)?.kind === 'open';
  // A single open bar has no width to measure by.
  if (width <= 0) return bars.length / 2;
  const place = amount / width;
  if (open && place > bars.length - 1) return bars.length - 0.5;
  return Math.min(bars.length, Math.max(0, place));
}
