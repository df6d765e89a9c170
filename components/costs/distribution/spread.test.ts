import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyIn } from '@/components/costs/view/use-costs-view';
import { costBars, costRows, edgesOf, placeAmong } from './cost-bars';
import { costMarks, nothingSpread, spreadWords } from './spread-words';

const money = moneyIn('USD');
const RANGES = { current: { from: null, to: null } };
const cells = [{ weekday: 1, hour: 9, calls: 9, total: 1, occurrences: 1 }];

/** Bars of five cents with so many calls each. */
const bars = (...counts: number[]) =>
  counts.map((count, at) => ({ from: at * 0.05, to: (at + 1) * 0.05, count }));

const spread = (counts: number[], more = {}) => ({
  cells,
  distribution: bars(...counts),
  open_end: counts.length === 20,
  free: 0,
  below_zero: 0,
  p50: 0.06,
  p95: 0.12,
  ranges: RANGES,
  ...more,
});
const twenty = Array.from({ length: 20 }, (_, at) => 20 - at);

describe('bars', () => {
  it('are named by their edges, the open one by where it begins', () => {
    expect(costBars(spread([3, 4]), money).map(({ label }) => label)).toEqual([
      '$0.00 – $0.05',
      '$0.05 – $0.10',
    ]);
    const last = costBars(spread(twenty), money).at(-1);
    expect(last).toMatchObject({ kind: 'open', to: null, label: '$0.95 and more' });
  });

  it('have an edge each, and the last one another where it ends', () => {
    expect(edgesOf(spread([3, 4]))).toEqual([0, 0.05, 0.1]);
    expect(edgesOf(spread(twenty))).toHaveLength(20);
    expect(costBars(spread([3]), money)[0]?.label).toBe('$0.00 – $0.05');
  });

  it('have rows beside them for what is free and below zero', () => {
    const rows = costRows(spread([3], { free: 7, below_zero: 1 }), money);
    expect(rows.map(({ kind, count }) => [kind, count])).toEqual([
      ['below', 1],
      ['free', 7],
      ['bar', 3],
    ]);
    expect(costRows(spread([3]), money)).toHaveLength(1);
  });

  it('hold every amount at its place', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 3_000_000 }),
        (count, micros) => {
          const all = costBars(spread(twenty.slice(0, count)), money);
          const place = placeAmong(all, micros / 1e6);
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(count);
          const inside = all[Math.min(count - 1, Math.floor(place + 1e-9))];
          const isBeyond = inside?.to !== null && micros / 1e6 > (inside?.to ?? 0) + 1e-9;
          expect(isBeyond && place < count).toBe(false);
          expect((inside?.from ?? 0) - 1e-9 <= micros / 1e6 || place === count).toBe(true);
        },
      ),
    ));
});

describe('words', () => {
  it('tell the fullest bar, the percentiles, and what is not drawn', () => {
    expect(spreadWords(spread([3, 6], { free: 1, below_zero: 2 }), money)).toBe(
      '12 calls have a cost; most often $0.05 – $0.10: 6 (50.0%). Half of them cost $0.0600 or less (the median), 95 of 100 cost $0.1200 or less (p95). 1 call was free and not in the drawing. 2 calls have a cost below zero, not drawn either.',
    );
  });

  it('say why there is nothing to draw', () => {
    expect(nothingSpread({ ...spread([]), cells: [] })).toMatch(/^No call matches/);
    expect(nothingSpread(spread([]))).toMatch(/not a cost of zero/);
    expect(nothingSpread(spread([], { free: 4 }))).toMatch(/^4 calls were free/);
    expect(nothingSpread(spread([1]))).toBeNull();
  });

  it('mark the median and p95 in one precision, beyond the last edge in the open bar', () => {
    expect(costMarks(spread(twenty, { p50: 0.5, p95: 12 }), money)).toEqual([
      { place: 10, label: 'Median $0.50' },
      { place: 19.5, label: 'p95 $12.00' },
    ]);
    expect(costMarks(spread([1], { p50: null, p95: null }), money)).toEqual([]);
  });
});
