import { describe, expect, it } from 'vitest';
import { formatMinutes, nothingToDraw, totalCost } from '@/components/costs/amounts';
import { chartDataOf, csvRows, sortedRows } from '@/components/costs/save/chart-data';
import { costPerSuccess } from '@/components/costs/successes/success';
import { changeOf, changeWords } from '@/components/costs/tiles/change';
import type { SeriesPoint, Sums } from '@/lib/call/answers/index-responses';
import { bucketName, mostExpensivePoint, timePoints } from './over-time-points';
import { cellName, costBars, weekCells } from './patterns';

function sums(calls: number, total: number, more: Partial<Sums> = {}): Sums {
  return {
    calls,
    calls_without_cost: 0,
    minutes: calls,
    total,
    voip: total,
    transcriber: 0,
    llm: 0,
    tts: 0,
    other: 0,
    per_call: null,
    per_minute: null,
    ...more,
  };
}

const bucket = (start: string, calls: number, total: number): SeriesPoint => ({
  start,
  end: start,
  partial: false,
  ...sums(calls, total),
});

describe('amounts', () => {
  it('is no cost where no call has one', () => {
    expect(totalCost(sums(3, 0, { calls_without_cost: 3 }))).toBeNull();
    expect(totalCost(sums(3, 0, { calls_without_cost: 2 }))).toBe(0);
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

describe('timePoints', () => {
  const series = [
    bucket('2026-11-01T00:00:00-05:00', 2, 3),
    bucket('2026-11-02T00:00:00-06:00', 1, 9),
  ];

  it('pairs buckets with those before, by their place', () => {
    const previous_series = [bucket('2026-10-30T00:00:00-05:00', 1, 7)];
    const points = timePoints({ series, previous_series }, 'day', 'America/Chicago');
    expect(points.map(({ tick, beforeTotal }) => [tick, beforeTotal])).toEqual([
      ['Nov 1', 7],
      ['Nov 2', null],
    ]);
    expect(mostExpensivePoint(points)?.label).toBe('Mon, Nov 2, 2026');
  });

  it('has no dearest bucket where nothing has a cost', () => {
    const costless = series.map((point) => ({ ...point, calls_without_cost: point.calls }));
    const points = timePoints({ series: costless, previous_series: [] }, 'day', 'UTC');
    expect(mostExpensivePoint(points)).toBeUndefined();
  });

  it('names buckets by the clocks of the zone', () => {
    const name = (interval: Parameters<typeof bucketName>[1]) =>
      bucketName('2026-11-02T00:00:00-06:00', interval, 'America/Chicago').label;
    expect([name('hour'), name('week'), name('month')]).toEqual([
      'Nov 2, 2026, 00:00',
      'Week of Nov 2, 2026',
      'Nov 2026',
    ]);
  });
});

describe('patterns', () => {
  it('has a cell for every hour of the week', () => {
    const cells = weekCells([{ weekday: 7, hour: 23, calls: 4, total: 2 }], 'calls');
    expect(cells).toHaveLength(168);
    expect(cells.at(-1)).toEqual({ weekday: 7, hour: 23, calls: 4, total: 2, weight: 1 });
    expect(cells[0]).toMatchObject({ calls: 0, weight: 0 });
    const [unpriced] = weekCells([{ weekday: 1, hour: 0, calls: 3, total: null }], 'total');
    expect(unpriced).toMatchObject({ calls: 3, total: null, weight: 0 });
    expect(cellName({ weekday: 7, hour: 23 })).toBe('Sun, 23:00–00:00');
  });

  it('knows which bars are the first and the last', () => {
    const bars = costBars([{ from: 0, to: 1, count: 2 }], String);
    expect(bars[0]).toMatchObject({ label: '0 – 1', place: { first: true, last: true } });
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
