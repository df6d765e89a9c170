import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallProbability, holm, normalBelow } from './proportions';

it.each([
  [0, 0.5],
  [-1, 0.158655],
  [-1.96, 0.024998],
  [1.6449, 0.950005],
  [-4, 3.1671e-5],
  [-8, 6.221e-16],
])('the normal distribution below %f is %f', (z, expected) => {
  expect(normalBelow(z) / expected).toBeCloseTo(1, 4);
});

describe('fallProbability', () => {
  it.each([
    // By hand: pooled 0.4625, standard error 0.04071, z = -2.4564.
    ['a clear fall', { calls: 400, filled: 200 }, { calls: 240, filled: 96 }, 0.00702],
    ['no change', { calls: 800, filled: 400 }, { calls: 100, filled: 50 }, 0.5],
    ['a rise', { calls: 800, filled: 400 }, { calls: 100, filled: 70 }, 0.99992],
  ])('%s', (_, before, now, expected) => {
    expect(fallProbability(before, now)).toBeCloseTo(expected, 4);
  });

  it.each([
    ['few calls', { calls: 800, filled: 400 }, { calls: 29, filled: 0 }],
    ['hardly any with a value', { calls: 800, filled: 3 }, { calls: 100, filled: 0 }],
    ['hardly any without', { calls: 800, filled: 799 }, { calls: 100, filled: 98 }],
    ['no calls before', { calls: 0, filled: 0 }, { calls: 100, filled: 50 }],
  ])('says nothing of %s', (_, before, now) => {
    expect(fallProbability(before, now)).toBeNull();
  });

  it('is smaller the larger the fall', () => {
    const rate = fc.integer({ min: 200, max: 800 });
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const before = { calls: 1000, filled: 500 };
        const of = (filled: number) =>
          fallProbability(before, { calls: 1000, filled }) ?? Number.NaN;
        expect(of(Math.min(one, other))).toBeLessThanOrEqual(of(Math.max(one, other)));
      }),
    );
  });
});

describe('holm', () => {
  it.each([
    [[], []],
    [[0.04], [true]],
    [[0.06], [false]],
    [
      [0.01, 0.04, 0.03, 0.005],
      [true, false, false, true],
    ],
    // The second is not small enough, so that the third is not looked at.
    [
      [0.001, 0.03, 0.04],
      [true, false, false],
    ],
  ])('%j', (probabilities, expected) => {
    expect(holm(probabilities, 0.05)).toEqual(expected);
  });

  it('finds no more than each test alone, and no less than Bonferroni', () => {
    const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(some, (probabilities) => {
        holm(probabilities, 0.05).forEach((found, at) => {
          const p = probabilities[at] ?? 1;
          if (found) expect(p).toBeLessThanOrEqual(0.05);
          else expect(p).toBeGreaterThan(0.05 / probabilities.length);
        });
      }),
    );
  });
});
