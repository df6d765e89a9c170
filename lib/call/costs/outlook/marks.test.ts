import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKS, markDays, reachedMarks } from './marks';

describe('marks of a budget', () => {
  it.each([
    [0, 100, []],
    [49_999_999, 100_000_000, []],
    [50_000_000, 100_000_000, [50]],
    [74, 100, [50]],
    [75, 100, [50, 75]],
    [90, 100, [50, 75, 90]],
    [99, 100, [50, 75, 90]],
    [100, 100, [50, 75, 90, 100]],
    [1000, 100, [50, 75, 90, 100]],
    [-5, 100, []],
    [5, 0, []],
    [1, 3, []],
    [2, 3, [50]],
  ])('%i of %i: %j', (spent, budget, marks) => {
    expect(reachedMarks(spent, budget)).toEqual(marks);
  });

  it('are reached in order, and not lost by spending more', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.integer({ min: 1, max: 1e12 }),
        fc.nat(1e9),
        (spent, budget, by) => {
          const marks = reachedMarks(spent, budget);
          expect(marks).toEqual(MARKS.slice(0, marks.length));
          expect(reachedMarks(spent + by, budget).length).toBeGreaterThanOrEqual(marks.length);
        },
      ),
    );
  });

  it('know the day on which they were reached, or should be', () => {
    const spent = [40, 20, 20].map((total, at) => ({ day: 100 + at, total }));
    const expected = [15, 4, 2].map((total, at) => ({ day: 102 + at, total }));
    expect(markDays(100, spent, expected, 0)).toEqual([
      { mark: 50, reached: 101, expected: null },
      { mark: 75, reached: 102, expected: null },
      { mark: 90, reached: null, expected: 102 },
      { mark: 100, reached: null, expected: 104 },
    ]);
    expect(
      markDays(1000, spent, expected, 0).every(({ reached, expected: ahead }) => reached === ahead),
    ).toBe(true);
  });

  it('are expected with the costs that are late', () => {
    const spent = [{ day: 100, total: 900 }];
    const expected = [{ day: 100, total: 80 }];
    const full = (late: number) => markDays(1000, spent, expected, late)[3];
    expect(full(30)).toEqual({ mark: 100, reached: null, expected: 100 });
    expect(full(0)).toEqual({ mark: 100, reached: null, expected: null });
  });

  it('count from the last rise where a sum fell below again', () => {
    const spent = [60, -20, 30].map((total, at) => ({ day: at, total }));
    expect(markDays(100, spent, [], 0)[0]).toEqual({ mark: 50, reached: 2, expected: null });
  });
});
