import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, daysBetween, monthOf, weekdayOf } from './calendar';
import { dayOf } from './tables.test-days';

describe('days of a calendar', () => {
  it.each([
    ['2026-11-29', 7, '2026-11-01', '2026-11-30'],
    ['2024-02-29', 4, '2024-02-01', '2024-02-29'],
    ['2026-02-01', 7, '2026-02-01', '2026-02-28'],
    ['2026-12-31', 4, '2026-12-01', '2026-12-31'],
    ['1969-12-31', 3, '1969-12-01', '1969-12-31'],
  ])('%s is weekday %i of %s to %s', (date, weekday, first, last) => {
    const month = monthOf(dayOf(date));
    expect(weekdayOf(dayOf(date))).toBe(weekday);
    expect([dateOf(month.first), dateOf(month.last)]).toEqual([first, last]);
  });

  it('every day is in its month, and months follow each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
        const { first, last } = monthOf(day);
        expect(daysBetween(first, last)).toContain(day);
        expect(monthOf(last + 1).first).toBe(last + 1);
        expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
      }),
    );
  });
});
