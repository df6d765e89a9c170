import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, sameWeekdays, todayOf } from './band';
import { weekdayOf } from './calendar';
import { dayOf, daysFrom } from './tables.test-days';

const FIRST = '2026-09-01';
const TODAY = dayOf('2026-11-29');
const HISTORY = { usualMissing: 0, perCall: 50 };

describe('the band', () => {
  it.each([
    [[], null],
    [[1, 2, 3], null],
    [[5, 5, 5, 5], { low: 5, mean: 5, high: 5, weeks: 4 }],
    // Deviation 10, t of 3 degrees 3.182, root of 1 + 1/4.
    [[90, 90, 110, 110].map((each) => each * 1000), { mean: 100_000, weeks: 4 }],
  ])('of %j is %j', (totals, band) => {
    if (band === null) expect(bandOf(totals)).toBeNull();
    else expect(bandOf(totals)).toMatchObject(band);
  });

  it('reaches as far as Student says', () => {
    const band = bandOf([90_000, 90_000, 110_000, 110_000]);
    const deviation = Math.sqrt((4 * 10_000 ** 2) / 3);
    expect(band?.high).toBe(Math.round(100_000 + 3.182 * deviation * Math.sqrt(1.25)));
  });

  it('holds its mean, is no lower than nothing, and grows with its values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1e9), { minLength: 4, maxLength: 8 }),
        fc.nat(1e6),
        (some, by) => {
          const band = bandOf(some);
          const more = bandOf(some.map((each) => each + by));
          if (!band || !more) throw new Error('There is a band.');
          expect(band.low).toBeGreaterThanOrEqual(0);
          expect(band.low <= band.mean && band.mean <= band.high).toBe(true);
          expect(Math.abs(more.mean - band.mean - by)).toBeLessThanOrEqual(1);
          expect(Math.abs(more.high - band.high - by)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('goes below nothing where costs do', () => {
    expect(bandOf([-5, 5, -5, 5])?.low).toBeLessThan(-5);
  });
});

describe('today', () => {
  const totals = Array.from({ length: 90 }, (_, at) => 1000 + (at % 5));
  const days = daysFrom(FIRST, totals);
  const withToday = (total: number, calls = 10, priced = calls) =>
    new Map([
      ...days,
      [
        TODAY,
        { until: { calls, priced, total }, after: { calls: 0, priced: 0, total: 0 } },
      ] as const,
    ]);

  it('is held to the same weekday until the same time of day', () => {
    const weekdays = sameWeekdays(dayOf(FIRST), TODAY);
    expect(weekdays).toHaveLength(8);
    expect(weekdays.every((day) => weekdayOf(day) === weekdayOf(TODAY))).toBe(true);
    expect(sameWeekdays(TODAY - 14, TODAY)).toEqual([TODAY - 7, TODAY - 14]);
  });

  it.each([
    [501, 10, 10, 'usual'],
    [2000, 10, 10, 'above'],
    [10, 10, 10, 'below'],
    [0, 0, 0, 'below'],
    // Costs that are late can still come: only what is high already stays so.
    [260, 10, 5, null],
    [10, 10, 9, 'below'],
    [501, 10, 5, null],
    [501, 10, 10, 'usual'],
    [2000, 10, 5, 'above'],
    [0, 10, 0, null],
  ])('of %i for %i calls, %i of them with a cost, is %s', (total, calls, priced, verdict) => {
    expect(todayOf(withToday(total, calls, priced), dayOf(FIRST), TODAY, HISTORY).verdict).toBe(
      verdict,
    );
  });

  it('is not judged by weeks that are not known', () => {
    const { band, verdict } = todayOf(withToday(501), TODAY - 21, TODAY, HISTORY);
    expect([band, verdict]).toEqual([null, null]);
  });

  it('is made of the days that it names, none of which has late costs', () => {
    const late = TODAY - 14;
    const sum = { calls: 10, priced: 0, total: 0 };
    const days = new Map(withToday(501)).set(late, { until: sum, after: sum });
    const { band, weekdays } = todayOf(days, dayOf(FIRST), TODAY, HISTORY);
    expect(weekdays).toEqual(sameWeekdays(dayOf(FIRST), TODAY).filter((day) => day !== late));
    expect(band?.weeks).toBe(weekdays.length);
  });
});
