import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, bucketAt, edges, selectedRange, stepped } from './brush';
import { intervalFor, rangeLength } from './interval';
import { selectionWords, summaryOf } from './words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-24T12:00:00Z');

describe('how long a bucket is', () => {
  it.each([
    [HOUR, 'hour'],
    [3 * DAY, 'hour'],
    [3 * DAY + 1, 'day'],
    [120 * DAY, 'day'],
    [121 * DAY, 'week'],
    [5 * 366 * DAY, 'month'],
  ])('%d ms: %s', (length, interval) => {
    expect(intervalFor(length)).toBe(interval);
  });

  it.each([
    [{ from: '-7d' }, null, 7 * DAY],
    [{ from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' }, null, DAY],
    [{}, '2026-11-23T12:00:00Z', DAY],
    [{ to: '2026-11-24T00:00:00Z' }, '2026-11-23T00:00:00Z', DAY],
    [{}, null, 0],
    [{ from: '2027-01-01T00:00:00Z' }, null, 0],
  ] as const)('%j since %s', (query, first, length) => {
    expect(rangeLength(query, first, 'UTC', NOW)).toBe(length);
  });
});

const day = (date: string, calls: number, partial = false): Bucket => ({
  start: `${date}T00:00:00-06:00`,
  end: new Date(Date.parse(`${date}T00:00:00-06:00`) + DAY).toISOString(),
  partial,
  calls,
  statuses: calls ? { Completed: calls - 1, 'No answer': 1 } : {},
});
const DAYS = [day('2026-11-20', 3), day('2026-11-21', 0), day('2026-11-22', 9, true)];

describe('the brush', () => {
  it('finds the bucket under a point, and the nearest one outside', () => {
    expect([-5, 0, 99, 100, 299, 300, 999].map((x) => bucketAt(x, 300, 3))).toEqual([
      0, 0, 0, 1, 2, 2, 2,
    ]);
    expect(bucketAt(5, 0, 3)).toBe(0);
  });

  it('moves, extends and stays on the strip', () => {
    expect(stepped({ anchor: 1, head: 1 }, 1, false, 3)).toEqual({ anchor: 2, head: 2 });
    expect(stepped({ anchor: 1, head: 1 }, -1, true, 3)).toEqual({ anchor: 1, head: 0 });
    expect(stepped({ anchor: 1, head: 2 }, Infinity, true, 3)).toEqual({ anchor: 1, head: 2 });
    expect(stepped({ anchor: 1, head: 2 }, -Infinity, false, 3)).toEqual({ anchor: 0, head: 0 });
    expect(edges({ anchor: 2, head: 0 })).toEqual([0, 2]);
  });

  it('asks for whole buckets, both ends inclusive', () => {
    expect(selectedRange(DAYS, { anchor: 1, head: 0 }, {})).toEqual({
      from: '2026-11-20T06:00:00.000Z',
      to: '2026-11-22T05:59:59.999Z',
    });
  });

  it('never asks for more than the range in force', () => {
    const within = { from: '2026-11-20T12:00:00.000Z', to: '2026-11-20T18:00:00.000Z' };
    expect(selectedRange(DAYS, { anchor: 0, head: 2 }, within)).toEqual(within);
    expect(selectedRange(DAYS, { anchor: 2, head: 2 }, within)).toBeNull();
    expect(selectedRange([], { anchor: 0, head: 0 }, {})).toBeNull();
  });

  it('is never out of bounds', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        fc.boolean(),
        fc.nat(50),
        (head, by, extend, more) => {
          const next = stepped({ anchor: 0, head }, by, extend, more + 1);
          expect(next.head).toBeGreaterThanOrEqual(0);
          expect(next.head).toBeLessThanOrEqual(more);
        },
      ),
    );
  });
});

describe('the timeline in words', () => {
  it('sums up', () => {
    expect(summaryOf(DAYS, 'day', 'America/Chicago', NOW)).toBe(
      '12 calls by day, Nov 20 – Nov 22; most: 9, Nov 22',
    );
    expect(summaryOf([day('2026-11-21', 0)], 'day', 'UTC', NOW)).toBe('No calls in this range');
    expect(summaryOf([], 'day', 'UTC', NOW)).toBe('No calls in this range');
  });

  it('says what a selection holds, and that it is not over', () => {
    expect(selectionWords(DAYS, { anchor: 0, head: 0 }, 'America/Chicago', NOW)).toBe(
      'Nov 20: 3 calls · Completed 2, No answer 1',
    );
    expect(selectionWords(DAYS, { anchor: 2, head: 0 }, 'America/Chicago', NOW)).toBe(
      'Nov 20 – Nov 22 (partial): 12 calls · Completed 10, No answer 2',
    );
    expect(selectionWords(DAYS, { anchor: 1, head: 1 }, 'America/Chicago', NOW)).toBe(
      'Nov 21: 0 calls',
    );
  });
});
