import { expect, it } from 'vitest';
import { outcomeBuckets, outcomeLines } from './outcome-series';

const outcomes = [
  ...Array.from({ length: 9 }, (_, at) => ({
    key: `o${at}`,
    label: `o${at}`,
    calls: 10 + at,
    previous: null,
  })),
  { key: 'gone', label: 'gone', calls: 0, previous: 5 },
  { key: null, label: 'All others', calls: 99, previous: null },
];

it('draws the seven most frequent outcomes, and leaves nothing of the others out', () => {
  const lines = outcomeLines({ outcomes });
  expect(lines.map(({ name, places }) => [name, places])).toEqual([
    ['o8', [8]],
    ['o7', [7]],
    ['o6', [6]],
    ['o5', [5]],
    ['o4', [4]],
    ['o3', [3]],
    ['o2', [2]],
    ['All others', [0, 1, 10]],
  ]);
  const bucket = {
    start: '2026-11-02T00:00:00Z',
    end: '2026-11-03T00:00:00Z',
    partial: false,
    calls: 66,
    reached: 0,
    chosen: [],
    calls_without_cost: 0,
    total: 0,
    outcomes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 21],
  };
  const [drawn] = outcomeBuckets({ series: [bucket] }, lines, 'day', 'UTC');
  expect(Object.values(drawn?.values ?? {})).toEqual([9, 8, 7, 6, 5, 4, 3, 24]);
});

it('needs no line for others where there are none', () => {
  expect(outcomeLines({ outcomes: outcomes.slice(0, 2) }).map(({ name }) => name)).toEqual([
    'o1',
    'o0',
  ]);
});
