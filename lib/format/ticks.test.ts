import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from './ticks';

describe('marks of an axis', () => {
  it.each([
    [0, 7, 5, [0, 2, 4, 6, 8]],
    [0, 10, 5, [0, 5, 10]],
    [0, 0.95, 5, [0, 0.5, 1]],
    [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
    [0, 468, 5, [0, 200, 400, 600]],
    [-3, 12, 5, [-5, 0, 5, 10, 15]],
    [420, 508, 5, [400, 450, 500, 550]],
    [-8, -2, 5, [-8, -6, -4, -2]],
    [0, 0, 5, [0, 0.5, 1]],
    [5, 5, 4, [0, 2, 4, 6]],
    [0, 2.5e9, 4, [0, 1e9, 2e9, 3e9]],
    [0, 0.000003, 5, [0, 0.000001, 0.000002, 0.000003]],
  ])('from %d to %d, at most %d, are %j', (min, max, count, marks) => {
    expect(niceTicks(min, max, count)).toEqual(marks);
  });

  it('are few, equal steps of 1, 2 or 5 that reach around every span', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 1, max: 1e15 }),
        fc.integer({ min: -6, max: 3 }),
        fc.integer({ min: 3, max: 12 }),
        (start, length, power, count) => {
          const [min, max] = [start * 10 ** power, (start + length) * 10 ** power];
          const marks = niceTicks(min, max, count);
          const [first = 0, second = 0] = marks;
          const last = marks.at(-1) ?? 0;
          const step = second - first;
          expect(marks.length).toBeLessThanOrEqual(count);
          expect(marks.length).toBeGreaterThanOrEqual(2);
          expect(first - min).toBeLessThanOrEqual(step * 1e-6);
          expect(max - last).toBeLessThanOrEqual(step * 1e-6);
          // No mark is in vain.
          expect(min - first).toBeLessThan(step * (1 + 1e-6));
          expect(last - max).toBeLessThan(step * (1 + 1e-6));
          const digit = Number(step.toPrecision(6).replace(/e.*$/, '').replace(/[.0]/g, ''));
          expect([1, 2, 5]).toContain(digit);
        },
      ),
    ));
});
