import { describe, expect, it } from 'vitest';
import { noiseOf } from './noise';

const WEEK = 7 * 86_400_000;

describe('noiseOf', () => {
  it('is how far weeks lie from their average, for the difference of two', () => {
    // Average 100, deviation √(4 × 100 / 3).
    const noise = noiseOf([90, 110, 90, 110], WEEK);
    expect(noise).toBeCloseTo((Math.sqrt(400 / 3) / 100) * Math.SQRT2, 12);
  });

  it('is smaller over four weeks, and larger over a day', () => {
    const weeks = [90, 110, 90, 110];
    const week = noiseOf(weeks, WEEK) ?? 0;
    expect(noiseOf(weeks, 4 * WEEK)).toBeCloseTo(week / 2, 12);
    expect(noiseOf(weeks, WEEK / 7)).toBeCloseTo(week * Math.sqrt(7), 12);
  });

  it('is none where all weeks are the same', () => {
    expect(noiseOf([5, 5, 5, 5, 5], WEEK)).toBe(0);
  });

  it.each([
    ['three weeks', [1, 2, 3], WEEK],
    ['weeks that are not known', [1, 2, 3, null, null], WEEK],
    ['nothing at all', [0, 0, 0, 0], WEEK],
    ['no time', [1, 2, 3, 4], 0],
  ])('is not known of %s', (_name, weeks, length) => {
    expect(noiseOf(weeks, length)).toBeNull();
  });
});
