import { describe, expect, it } from 'vitest';
import { costPerSuccess } from '@/components/costs/successes/success';
import { changeOf, changeWords } from '@/components/costs/tiles/change';
import {
  expectedCost,
  formatMinutes,
  nothingToDraw,
  totalCost,
} from '@/components/costs/view/amounts';
import { chartDataOf, csvRows, sortedRows } from '@/components/figures/save/chart-data';
import { sums } from '@/lib/call/answers/answers.test-maker';

describe('amounts', () => {
  it('is no cost where no call has one', () => {
    expect(totalCost(sums(3, 0, { calls_without_cost: 3 }))).toBeNull();
    expect(totalCost(sums(3, 0, { calls_without_cost: 2 }))).toBe(0);
  });

  it('expects of calls without a cost what the others cost each', () => {
    const some = { calls_without_cost: 2, per_call: 0.5 };
    expect(expectedCost(sums(5, 1.5, some))).toBe(1);
    expect(expectedCost(sums(5, 1.5, { ...some, calls_without_cost: 0 }))).toBe(0);
    expect(expectedCost(sums(2, 0, { ...some, per_call: null }))).toBeNull();
  });

  it('says why there is nothing to draw', () => {
    expect(nothingToDraw(sums(0, 0))).toMatch(/^No call/);
    expect(nothingToDraw(sums(1, 0, { calls_without_cost: 1 }))).toMatch(/not a cost of zero/);
    expect(nothingToDraw(sums(9, 0, { calls_without_cost: 9 }))).toMatch(/^9 calls/);
    expect(nothingToDraw(sums(9, 0, { calls_without_cost: 8 }))).toBeNull();
  });

  it('writes minutes', () => {
    expect([0, 1.25, 99.96, 1234.5].map(formatMinutes)).toEqual(['0', '1.3', '100', '1,235']);
  });

  it('has no cost per success without successes or costs', () => {
    expect(costPerSuccess(10, 4)).toBe(2.5);
    expect(costPerSuccess(10, 0)).toBeNull();
    expect(costPerSuccess(null, 4)).toBeNull();
  });
});

describe('change', () => {
  it.each([
    [110, 100, 'up 10.0%'],
    [90, 100, 'down 10.0%'],
    [5, 5, 'unchanged'],
    [5, 0, 'up from zero'],
    [-5, -10, 'up 50.0%'],
  ])('of %d after %d is %s', (now, before, words) => {
    const change = changeOf(now, before);
    expect(change && changeWords(change)).toBe(words);
  });

  it('is unknown where a number is', () => {
    expect(changeOf(null, 1)).toBeNull();
    expect(changeOf(1, null)).toBeNull();
  });
});

describe('chartData', () => {
  const chartData = chartDataOf(
    [
      { name: 'Name', value: ({ name }: { name: string; n: number | null }) => name },
      { name: 'N', value: ({ n }) => n, numeric: true, fileOnly: true },
    ],
    [
      { name: 'b', n: null },
      { name: 'a', n: 1 },
      { name: 'c', n: 2 },
    ],
    ({ name }) => name,
  );
  const order = (column: number, descending: boolean) =>
    sortedRows(chartData, { column, descending }).map(({ key }) => key);

  it('sorts, and leaves what has no value at the end', () => {
    expect(order(0, false)).toEqual(['a', 'b', 'c']);
    expect(order(1, true)).toEqual(['c', 'a', 'b']);
    expect(order(1, false)).toEqual(['a', 'c', 'b']);
  });

  it('is written with its headings', () => {
    expect(csvRows(chartData)[0]).toEqual(['Name', 'N']);
    expect(csvRows(chartData)).toHaveLength(4);
  });
});
