import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERVALS, type Interval } from '@/lib/call/query/routes/costs-query';
import { bucketsOf, withOffset } from '@/lib/server/index/read/costs/buckets';
import { paired } from './pairing';
import { previousPeriod } from './periods';

const CHICAGO = 'America/Chicago';

function pairsOf(from: string, to: string, zone: string, interval: Interval, now = to) {
  const current = { from: Date.parse(from), to: Date.parse(to) };
  const previous = previousPeriod({ ...current, zone, now: Date.parse(now) }, 'previous');
  const series = ({ from, to }: { from: number; to: number }) =>
    bucketsOf(from, to, interval, zone).map(({ start, end }) => ({
      start: withOffset(start, zone),
      end: withOffset(end, zone),
    }));
  const starts = { current: from, previous: new Date(previous.from).toISOString() };
  const [now_, before] = [series(current), series(previous)];
  return { series: now_, before, pairs: paired(now_, before, interval, starts, zone) };
}

/** `11-01 10-01`, with a dash for what has no counterpart. */
function days(from: string, to: string, zone: string, now?: string): string[] {
  return pairsOf(from, to, zone, 'day', now).pairs.map(({ current, before }) =>
    [current, before].map((each) => each?.start.slice(5, 10) ?? '-').join(' '),
  );
}

describe('buckets of two periods', () => {
  it('meet by the day of the month; the 31st stands alone', () => {
    const october = days(
      '2026-10-01T00:00:00Z',
      '2026-10-31T23:59:59.999Z',
      'UTC',
      '2027-01-01T00:00:00Z',
    );
    expect(october).toHaveLength(31);
    expect(october.slice(-2)).toEqual(['10-30 09-30', '10-31 -']);
    const february = days(
      '2026-02-01T00:00:00Z',
      '2026-02-28T23:59:59.999Z',
      'UTC',
      '2027-01-01T00:00:00Z',
    );
    expect(february.slice(-4)).toEqual(['02-28 01-28', '- 01-29', '- 01-30', '- 01-31']);
    // In the middle of a quarter too.
    const quarter = days(
      '2026-10-01T00:00:00Z',
      '2026-12-31T23:59:59.999Z',
      'UTC',
      '2027-01-01T00:00:00Z',
    );
    expect(quarter.slice(59, 64)).toEqual([
      '11-29 08-29',
      '11-30 08-30',
      '- 08-31',
      '12-01 09-01',
      '12-02 09-02',
    ]);
  });

  it('meet by the weekday where the days are none of a month', () => {
    const week = days(
      '2026-11-16T00:00:00Z',
      '2026-11-22T23:59:59.999Z',
      'UTC',
      '2027-01-01T00:00:00Z',
    );
    expect(week[0]).toBe('11-16 11-09');
    const rolling = days('2026-10-30T12:00:00Z', '2026-11-29T12:00:00Z', 'UTC');
    // Shifted by 28 days: what is too early for a counterpart stands at the beginning.
    expect(rolling.slice(0, 3)).toEqual(['- 09-30', '- 10-01', '10-30 10-02']);
    expect(rolling.slice(-3)).toEqual(['11-27 10-30', '11-28 -', '11-29 -']);
    for (const pair of rolling) {
      const [current, before] = pair
        .split(' ')
        .map((day) => new Date(`2026-${day}T00:00:00Z`).getUTCDay());
      if (!pair.includes('-  ') && !Number.isNaN(current) && !Number.isNaN(before))
        expect(current).toBe(before);
    }
  });

  it('meet by the clocks where an hour happens twice', () => {
    const { pairs } = pairsOf(
      '2026-11-08T06:00:00Z',
      '2026-11-09T05:59:59.999Z',
      CHICAGO,
      'hour',
      '2027-01-01T00:00:00Z',
    );
    const times = pairs.map(({ current, before }) =>
      [current, before].map((each) => each?.start.slice(11, 16) ?? '-').join(' '),
    );
    expect(times.slice(0, 4)).toEqual(['00:00 00:00', '01:00 01:00', '- 01:00', '02:00 02:00']);
    expect(times).toHaveLength(25);
  });

  it('are all there, once, whatever the range', () => {
    const range = fc.tuple(
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 1) }),
      fc.integer({ min: 1, max: 100 * 86_400_000 }),
    );
    const zones = fc.constantFrom(
      'UTC',
      CHICAGO,
      'Europe/Berlin',
      'Africa/Cairo',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(range, zones, fc.constantFrom(...INTERVALS), ([from, length], zone, interval) => {
        const { series, before, pairs } = pairsOf(
          new Date(from).toISOString(),
          // A hundred days have thousands of hours, and each is asked for its clock.
          new Date(from + (interval === 'hour' ? Math.ceil(length / 3) : length)).toISOString(),
          zone,
          interval,
        );
        expect(pairs.flatMap((pair) => pair.current ?? [])).toEqual(series);
        const shown = pairs.flatMap((pair) => pair.before ?? []);
        expect(new Set(shown)).toEqual(new Set(before));
        expect(shown).toHaveLength(before.length);
      }),
      { numRuns: 150 },
    );
  });
});
