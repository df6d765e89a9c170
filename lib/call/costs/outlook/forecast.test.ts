import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, monthOf, weekdayOf } from './calendar';
import { sumOf, untilNow, wholeDay } from './day-costs';
import { forecastMonth } from './forecast';
import { asOf, dayOf, daysFrom } from './tables.test-days';

const FIRST = '2026-08-03';
const TODAY = dayOf('2026-11-11');
/** 140 days from a Monday on: weekdays cost 100, weekends 20. */
const STEADY = daysFrom(
  FIRST,
  Array.from({ length: 140 }, (_, at) => (at % 7 < 5 ? 100 : 20)),
);

describe('the forecast', () => {
  it('of a steady business is what the month comes to, and certain', () => {
    const made = forecastMonth(asOf(STEADY, TODAY), dayOf(FIRST), TODAY);
    const { first, last } = monthOf(TODAY);
    const { total } = sumOf(daysBetween(first, last).map((day) => wholeDay(STEADY, day)));
    expect(made).toMatchObject({ total, low: total, high: total, late: { calls: 0, total: 0 } });
  });

  it.each([
    ['nothing known', null, 'no_calls'],
    ['known since yesterday', TODAY - 1, 'too_short'],
    ['27 whole days', TODAY - 27, 'too_short'],
  ] as const)('there is none with %s', (_, firstDay, reason) => {
    expect(forecastMonth(asOf(STEADY, TODAY), firstDay, TODAY)).toBe(reason);
  });

  it('begins with four whole weeks, and asks eight at most', () => {
    expect(forecastMonth(asOf(STEADY, TODAY), TODAY - 28, TODAY)).toBeTypeOf('object');
    const dear = daysFrom(FIRST, [100_000]);
    const with_old = new Map([...STEADY, ...dear]);
    expect(forecastMonth(asOf(with_old, TODAY), dayOf(FIRST), TODAY)).toEqual(
      forecastMonth(asOf(STEADY, TODAY), dayOf(FIRST), TODAY),
    );
  });

  it('takes days without calls for days without costs, but not those that are not known', () => {
    const sundays = new Map([...STEADY].filter(([day]) => weekdayOf(day) !== 7));
    const made = forecastMonth(asOf(sundays, TODAY), dayOf(FIRST), TODAY);
    if (typeof made === 'string') throw new Error(made);
    expect(made.expected.get(dayOf('2026-11-15'))).toBe(0);
    expect(made.expected.get(dayOf('2026-11-16'))).toBe(100);
  });

  it('counts costs that are late at the usual price, and not as zero', () => {
    const late = new Map(STEADY);
    for (const day of [TODAY - 2, TODAY - 1])
      late.set(day, {
        until: { calls: 10, priced: 0, total: 0 },
        after: { calls: 10, priced: 0, total: 0 },
      });
    const made = forecastMonth(asOf(late, TODAY), dayOf(FIRST), TODAY);
    const whole = forecastMonth(asOf(STEADY, TODAY), dayOf(FIRST), TODAY);
    if (typeof made === 'string' || typeof whole === 'string') throw new Error('no forecast');
    expect(made.late.calls).toBe(40);
    // The days themselves say nothing of their weekdays.
    expect(made.expected).toEqual(whole.expected);
    expect(Math.abs(made.total - whole.total) / whole.total).toBeLessThan(0.05);
  });

  it('leaves out what never gets a cost', () => {
    const unbilled = new Map(
      [...STEADY].map(([day, { until, after }]) => [
        day,
        { until: { ...until, calls: 12 }, after: { ...after, calls: 12 } },
      ]),
    );
    expect(forecastMonth(asOf(unbilled, TODAY), dayOf(FIRST), TODAY)).toMatchObject({
      late: { calls: 0, total: 0 },
    });
  });

  it('there is none without costs', () => {
    const free = new Map(
      [...STEADY].map(([day]) => [
        day,
        { until: { calls: 5, priced: 0, total: 0 }, after: { calls: 0, priced: 0, total: 0 } },
      ]),
    );
    expect(forecastMonth(asOf(free, TODAY), dayOf(FIRST), TODAY)).toBe('no_costs');
  });

  it('is never below what is spent, holds its range, and grows with what is spent', () => {
    const amounts = fc.array(fc.nat(1_000_000), { minLength: 140, maxLength: 140 });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 60, max: 139 }),
        fc.nat(1_000_000),
        (all, at, more) => {
          const today = dayOf(FIRST) + at;
          const days = asOf(daysFrom(FIRST, all), today);
          const made = forecastMonth(days, dayOf(FIRST), today);
          if (typeof made === 'string') throw new Error(made);
          const before = daysBetween(monthOf(today).first, today - 1);
          const spent =
            sumOf(before.map((day) => wholeDay(days, day))).total + untilNow(days, today).total;
          expect(made.low).toBeGreaterThanOrEqual(spent - 1);
          expect(made.low).toBeLessThanOrEqual(made.total);
          expect(made.high).toBeGreaterThanOrEqual(made.total);
          const rest = [...made.expected.values()].reduce((sum, each) => sum + each, 0);
          expect(Math.abs(made.total - spent - rest)).toBeLessThan(40);
          const dearer = new Map(days);
          const { until, after } = days.get(today) ?? { until: { calls: 1, priced: 1, total: 0 } };
          dearer.set(today, {
            until: { ...until, total: until.total + more },
            after: after ?? { calls: 0, priced: 0, total: 0 },
          });
          expect(forecastMonth(dearer, dayOf(FIRST), today)).toMatchObject({
            total: made.total + more,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('on the last day is all that is known and the rest of today', () => {
    const today = dayOf('2026-11-30');
    const made = forecastMonth(asOf(STEADY, today), dayOf(FIRST), today);
    if (typeof made === 'string') throw new Error(made);
    expect([...made.expected]).toEqual([[today, 50]]);
  });
});
