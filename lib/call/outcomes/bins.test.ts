import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binAt, binsOf } from './bins';

describe('binsOf', () => {
  it.each([
    [0, 99, { start: 0, width: 5, count: 20 }],
    [1_995_000_000, 3_105_000_000, { start: 1_950_000_000, width: 50_000_000, count: 24 }],
    [-7, -7, { start: -7, width: 1, count: 1 }],
  ])('from %d to %d', (min, max, expected) => {
    expect(binsOf(min, max, 24)).toEqual(expected);
  });

  it('hold every number between the ends, each in one, and are as fine as they can be', () => {
    const number = fc.integer({ min: -1e16, max: 1e16 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [min = 0, middle = 0, max = 0] = [a, b, c].sort((one, other) => one - other);
        const bins = binsOf(min, max, 30);
        expect(bins.count).toBeLessThanOrEqual(30);
        const at = Math.floor((middle - bins.start) / bins.width);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(bins.count);
        const { from, to } = binAt(bins, at);
        expect(from <= middle && middle < to).toBe(true);
        if (bins.width > 1) expect((max - min) / bins.width).toBeGreaterThan(30 / 2.5 - 2);
      }),
    );
  });
});
