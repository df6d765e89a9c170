import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, lineOf, type Part, secondAt, spotAt, wayBack, withDuration } from './line';

const part = (start: number, duration: number | null, session: string | null = null): Part => ({
  session,
  start,
  duration,
});

describe('lineOf', () => {
  it.each<[string, Part[], number | null, number | null]>([
    ['one sound', [part(0, 10)], 12, 10],
    ['parts in any order', [part(20, 5), part(0, 10)], null, 25],
    ['one that ends before another that it holds', [part(0, 30), part(10, 5)], null, 30],
    ['a length nobody knows: that of the call', [part(4, null)], 60, 60],
    ['a length nobody knows, and none of the call', [part(4, null)], null, null],
    ['a call shorter than what it holds', [part(4, null)], 2, null],
    ['one in the middle that nobody knows', [part(0, null), part(9, 4)], null, 13],
    ['nothing', [], 60, null],
    ['before the call', [part(-3, 10)], null, 10],
  ])('%s', (_, parts, callSeconds, length) => {
    expect(lineOf(parts, callSeconds).length).toBe(length);
  });

  it('puts them in order', () => {
    const line = lineOf([part(20, 5, 'b'), part(0, 10, 'a')]);
    expect(line.parts.map(({ session }) => session)).toEqual(['a', 'b']);
  });
});

describe('withDuration', () => {
  it('learns a length', () => {
    expect(withDuration(lineOf([part(4, null)]), 0, 6).length).toBe(10);
    expect(withDuration(lineOf([part(0, 5), part(8, null)], 60), 1, 6).length).toBe(14);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -1])('does not believe %s', (duration) => {
    const line = lineOf([part(0, null)], 9);
    expect(withDuration(line, 0, duration)).toBe(line);
  });

  it('stays the same line when it learns nothing new', () => {
    const line = lineOf([part(0, 5)]);
    expect(withDuration(line, 0, 5.01)).toBe(line);
    expect(withDuration(line, 7, 5)).toBe(line);
  });
});

describe('spotAt', () => {
  const line = lineOf([part(0, 10), part(20, 5), part(22, 8)]);

  it.each<[number, number | undefined, number, number]>([
    [0, undefined, 0, 0],
    [9.9, undefined, 0, 9.9],
    // Between two parts nothing is heard.
    [10, undefined, 1, 0],
    [15, 0, 1, 0],
    [21, undefined, 1, 1],
    // Both are heard at once.
    [23, undefined, 2, 1],
    [23, 1, 1, 3],
    [23, 0, 2, 1],
    [26, 1, 2, 4],
    [99, undefined, 2, 8],
    [-4, undefined, 0, 0],
  ])('second %s while part %s is played', (second, current, at, into) => {
    expect(spotAt(line, second, current)).toEqual({ part: at, at: expect.closeTo(into) });
  });

  it('of a part of unknown length goes on to the next', () => {
    const open = lineOf([part(0, null), part(10, null)]);
    expect(spotAt(open, 9)).toEqual({ part: 0, at: 9 });
    expect(spotAt(open, 400)).toEqual({ part: 1, at: 390 });
    expect(spotAt(lineOf([]), 4)).toEqual({ part: 0, at: 0 });
  });

  it('reaches what follows a part of unknown length once that length is known', () => {
    const line = lineOf([part(0, null, 'a'), part(0, null, 'b'), part(0, 4, 'c')]);
    expect(line.length).toBeNull();
    expect(spotAt(line, 7)).toEqual({ part: 0, at: 7 });
    const first = withDuration(line, 0, 5);
    expect(spotAt(first, 7)).toEqual({ part: 1, at: 2 });
    const both = withDuration(first, 1, 6);
    expect(both.length).toBe(15);
    expect(spotAt(both, 12)).toEqual({ part: 2, at: 1 });
  });

  it('is the way back from any moment that can be heard', () => {
    const parts = fc
      .array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 300 })), { minLength: 1 })
      .map((all) => all.map(([start, duration]) => part(start, duration)));
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(), (all, which, into) => {
        const made: Line = lineOf(all);
        const place = which % made.parts.length;
        const { start, duration } = made.parts[place] ?? part(0, 1);
        const second = start + (into % (duration ?? 1));
        expect(secondAt(made, spotAt(made, second, place))).toBe(second);
        expect(spotAt(made, second, place).part).toBe(place);
        expect(secondAt(made, spotAt(made, second))).toBe(second);
      }),
    );
  });
});

describe('wayBack', () => {
  const line = lineOf([part(4, 6), part(40, 2), part(50, 10)]);

  it.each<[number, number]>([
    [55, 55],
    [40, 40],
    [7, 7],
    // One second before a part is the last one of the part before it.
    [39, 9],
    [49, 41],
    // Over two gaps.
    [47, 9],
    // Before the first part there is nothing to go back to.
    [2, 2],
    [39 - 8, 1],
    [99, 99],
  ])('to second %s', (second, to) => {
    expect(wayBack(line, second)).toBeCloseTo(to);
  });

  it('takes a part of unknown length to go on to the next', () => {
    const open = lineOf([part(0, 10), part(20, null), part(30, 5)]);
    expect(wayBack(open, 29)).toBe(29);
    expect(wayBack(open, 18)).toBe(8);
  });

  it('leads ever further back, to what can be heard, down to the beginning', () => {
    const parts = fc
      .array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 })), { minLength: 1 })
      .map((all) => all.map(([start, duration]) => part(start, duration)));
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 30 }), (all, from, step) => {
        const made = lineOf(all);
        const first = made.parts[0]?.start ?? 0;
        let second = from % (made.length ?? 1);
        while (second > first) {
          const to = wayBack(made, second - step);
          expect(to).toBeLessThanOrEqual(second - step);
          if (to > first) expect(secondAt(made, spotAt(made, to))).toBeCloseTo(to);
          second = to;
        }
      }),
    );
  });
});
