import { describe, expect, it } from 'vitest';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { loadAddress } from '@/lib/url/address';
import { nearest, pairMarks } from './pair-marks';

const axis = { unit: null, other_units: [], filled: 3 };
const data: OutcomePairsResponse = {
  calls: 5,
  filled: 3,
  x: axis,
  y: axis,
  points: [
    { x: 5, y: -1, calls: 1, id: 'c1' },
    { x: 6, y: 2.5, calls: 2, id: null },
  ],
  cells: null,
  correlation: null,
  range: { from: '2026-11-01T00:00:00Z', to: '2026-11-20T00:00:00Z' },
  meta: {
    source: 'index',
    as_of: null,
    coverage: {
      from: null,
      to: null,
      complete: true,
      indexed: 5,
      upstream_count: 5,
      unreadable: 0,
    },
  },
};
const cells = {
  x: [
    { min: 0, max: 9.999999 },
    { min: 10, max: 25 },
  ],
  y: [{ min: -5, max: 4.999999 }],
  counts: [
    { x: 0, y: 0, calls: 4 },
    { x: 1, y: 0, calls: 1 },
  ],
};
const words = { x: { label: 'Rate', write: String }, y: { label: 'Miles', write: String } };
const marks = (told: Partial<OutcomePairsResponse>, query = 'from=-28d') =>
  pairMarks(
    { ...data, ...told },
    loadAddress(new URLSearchParams(query)),
    { field: 'rate', against: 'a.b' },
    words,
  );
const asked = (href: string | null | undefined) =>
  Object.fromEntries(new URL(href ?? '/', 'http://x').searchParams);

describe('points', () => {
  it('open their one call, or list the calls with exactly these numbers', () => {
    const [one, two] = marks({});
    expect(one?.name).toBe('Rate 5, Miles -1: 1 call');
    expect(asked(one?.href())).toMatchObject({ call: 'c1', 'min_x.rate': '5', 'max_x.rate': '5' });
    expect(asked(two?.href())).toEqual({
      from: data.range.from,
      to: data.range.to,
      'min_x.rate': '6',
      'max_x.rate': '6',
      'min_x.a.b': '2.5',
      'max_x.a.b': '2.5',
    });
  });

  it('lead to a single call only where other units are left out', () => {
    const other_units = [{ unit: 'EUR', count: 1 }];
    const [one, two] = marks({ y: { ...axis, other_units } });
    expect([asked(one?.href()).call, two?.href()]).toEqual(['c1', null]);
  });

  it('lead nowhere together where the page asks for dates of a key', () => {
    expect(marks({}, 'min_x.rate=2026-01-01')[1]?.href()).toBeNull();
  });
});

describe('cells', () => {
  it('lead to the numbers from their first to their last one, within what is asked for', () => {
    const [first, last] = marks({ points: null, cells }, 'min_x.rate=3&x.rate=7&tags=vip');
    expect([first?.name, last?.name]).toEqual([
      'Rate 0 to under 10, Miles -5 to 4.999999: 4 calls',
      'Rate 10 to 25, Miles -5 to 4.999999: 1 call',
    ]);
    expect(asked(first?.href())).toEqual({
      tags: 'vip',
      'x.rate': '7',
      'min_x.rate': '3',
      'max_x.rate': '9.999999',
      'min_x.a.b': '-5',
      'max_x.a.b': '4.999999',
    });
  });

  it('lead nowhere from a sample', () => {
    expect(marks({ points: null, cells }, 'sample=5')[0]?.href()).toBeNull();
  });
});

it('finds what lies nearest', () => {
  const places = [
    [0, 0],
    [10, 0],
    [10, 10],
  ] as const;
  const at = (x: number, y: number) => nearest(places, (each) => each, [x, y]);
  expect([at(1, 1), at(9, 4), at(20, 20)]).toEqual([0, 1, 2]);
  expect(nearest([], () => [0, 0], [1, 1])).toBeUndefined();
});
