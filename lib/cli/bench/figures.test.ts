import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, quantile } from './figures';

const values = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 });
const share = fc.double({ noNaN: true, min: 0, max: 1 });

describe('quantile', () => {
  test.each([
    [[3], 0.95, 3],
    [[4, 1, 3, 2], 0.5, 2],
    [[5, 1, 3, 2, 4], 0.5, 3],
    [Array.from({ length: 100 }, (_, at) => 100 - at), 0.95, 95],
  ])('of %j at %d is %d', (given, at, expected) => {
    expect(quantile(given, at)).toBe(expected);
  });

  test('is one of the values, and so many of them are not larger', () => {
    fc.assert(
      fc.property(values, share, (given, at) => {
        const found = quantile(given, at);
        expect(given).toContain(found);
        expect(given.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
          Math.min(given.length, at * given.length),
        );
      }),
    );
  });

  test('of nothing is an error', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

test('compare takes all rounds together', () => {
  const result = compare({
    direct: [
      { latencies: [1, 2], seconds: 1 },
      { latencies: [3, 4], seconds: 1 },
    ],
    through: [
      { latencies: [4, 4, 10], seconds: 2 },
      { latencies: [12], seconds: 2 },
    ],
  });
  expect(result).toEqual({
    direct: { p50: 2, p95: 4 },
    through: { p50: 4, p95: 12 },
    added: { p50: 2, p95: 8 },
    ratio: { p50: 2, p95: 3 },
    rate: { direct: 2, through: 1 },
  });
});
