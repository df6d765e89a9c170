import { describe, expect, it } from 'vitest';
import { moneyIn } from '@/components/costs/view/use-costs-view';
import { chartDataOf, csvRows } from '@/components/figures/save/chart-data';
import { indexMeta, sums } from '@/lib/call/answers/answers.test-maker';
import type { CostsResponse, SeriesPoint } from '@/lib/call/answers/index-responses';
import { loadAddress } from '@/lib/url/address';
import { overTimeColumns } from './over-time-columns';
import { bucketName, mostExpensivePoint, timePoints } from './over-time-points';

const ZONE = 'America/Chicago';

const bucket = (day: string, total: number, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  start: `${day}T00:00:00-06:00`,
  end: `${day}T23:59:59-06:00`,
  partial: false,
  ...sums(1, total),
  ...more,
});

/** February 2026 against January: three days of January have no counterpart. */
const series = [bucket('2026-02-27', 3), bucket('2026-02-28', 9)];
const previous_series = [
  bucket('2026-01-28', 1),
  bucket('2026-01-29', 2),
  bucket('2026-01-30', 4),
  bucket('2026-01-31', 8, { partial: true }),
];
const answer: CostsResponse = {
  totals: sums(2, 12),
  previous: sums(4, 15),
  periods: {
    current: { from: '2026-02-01T06:00:00.000Z', to: '2026-03-01T05:59:59.999Z' },
    previous: {
      from: '2026-01-01T06:00:00.000Z',
      to: '2026-02-01T05:59:59.999Z',
      kind: 'calendar',
      known_from: null,
    },
  },
  series,
  previous_series,
  groups: [],
  overlapping: false,
  meta: indexMeta(0),
};

describe('timePoints', () => {
  const points = timePoints(answer, 'day', ZONE);

  it('have the dates of both periods', () => {
    expect(points.map(({ tick, beforeLabel }) => [tick, beforeLabel])).toEqual([
      ['Feb 27', null],
      ['Feb 28', 'Wed, Jan 28, 2026'],
      ['Jan 29', 'Thu, Jan 29, 2026'],
      ['Jan 30', 'Fri, Jan 30, 2026'],
      ['Jan 31', 'Sat, Jan 31, 2026'],
    ]);
  });

  it('draw the way to a cut bucket lighter, and every bucket', () => {
    expect(points.map(({ beforeWhole }) => beforeWhole)).toEqual([null, 1, 2, 4, null]);
    expect(points.map(({ beforeCut }) => beforeCut)).toEqual([null, null, null, 4, 8]);
  });

  it('add up to both totals, drawn and in the file', () => {
    const sum = (values: (number | null | undefined)[]) =>
      values.reduce<number>((all, value) => all + (value ?? 0), 0);
    const { totals, previous } = answer;
    expect(sum(points.map(({ current }) => current?.total))).toBe(totals.total);
    expect(sum(points.map(({ beforeWhole, beforeCut }) => beforeWhole ?? beforeCut))).toBe(
      previous?.total,
    );
    const view = { address: loadAddress({}), compare: 'previous' as const };
    const columns = overTimeColumns(answer, points, view, moneyIn('USD'));
    const [names = [], ...rows] = csvRows(chartDataOf(columns, points, ({ key }) => key));
    const column = (name: string) => rows.map((row) => Number(row[names.indexOf(name)] ?? 0));
    expect(sum(column('Total'))).toBe(totals.total);
    expect(sum(column('Period before'))).toBe(previous?.total);
  });

  it('have no keys twice', () => {
    expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
  });

  it('know the dearest bucket, and none where nothing has a cost', () => {
    expect(mostExpensivePoint(points)?.label).toBe('Sat, Feb 28, 2026');
    const costless = series.map((point) => ({ ...point, calls_without_cost: point.calls }));
    const free = timePoints({ ...answer, series: costless }, 'day', ZONE);
    expect(mostExpensivePoint(free)).toBeUndefined();
  });

  it('are named by the clocks of the zone', () => {
    const name = (interval: Parameters<typeof bucketName>[1]) =>
      bucketName('2026-11-02T00:00:00-06:00', interval, ZONE).label;
    expect([name('hour'), name('week'), name('month')]).toEqual([
      'Nov 2, 2026, 00:00',
      'Week of Nov 2, 2026',
      'Nov 2026',
    ]);
  });
});
