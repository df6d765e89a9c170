import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIVE_RANGES } from '@/lib/call/query/ranges';
import { resolveRange } from './relative-range';

const at = (now: string) => new Date(now);

describe('resolveRange', () => {
  it.each([
    // range, zone, now, from, to
    ['-24h', 'UTC', '2026-11-22T10:30:00Z', '2026-11-21T10:30:00.000Z', undefined],
    ['-7d', 'UTC', '2026-11-22T10:30:00Z', '2026-11-15T10:30:00.000Z', undefined],
    // Rolling ranges are hours: the night of 25 hours does not move them.
    ['-7d', 'America/New_York', '2026-11-04T12:00:00Z', '2026-10-28T12:00:00.000Z', undefined],
    ['-30d', 'Asia/Tokyo', '2026-03-15T00:00:00Z', '2026-02-13T00:00:00.000Z', undefined],
    ['-90d', 'UTC', '2026-11-22T10:30:00Z', '2026-08-24T10:30:00.000Z', undefined],
    ['today', 'UTC', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00.000Z', undefined],
    ['today', 'America/Chicago', '2026-11-22T05:59:59Z', '2026-11-21T06:00:00.000Z', undefined],
    ['today', 'America/Chicago', '2026-11-22T06:00:00Z', '2026-11-22T06:00:00.000Z', undefined],
    ['today', 'Asia/Kolkata', '2026-11-22T18:30:00Z', '2026-11-22T18:30:00.000Z', undefined],
    // The day the clocks change: it starts before the change.
    ['today', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', undefined],
    ['today', 'America/New_York', '2026-11-01T20:00:00Z', '2026-11-01T04:00:00.000Z', undefined],
    // 23 and 25 hours.
    [
      'yesterday',
      'Europe/Berlin',
      '2026-03-30T12:00:00Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:59:59.999Z',
    ],
    [
      'yesterday',
      'America/New_York',
      '2026-11-02T12:00:00Z',
      '2026-11-01T04:00:00.000Z',
      '2026-11-02T04:59:59.999Z',
    ],
    // Midnight does not exist: the clocks jump from 23:59:59 to 01:00.
    ['today', 'America/Sao_Paulo', '2018-11-04T15:00:00Z', '2018-11-04T03:00:00.000Z', undefined],
    ['today', 'Asia/Beirut', '2026-03-29T10:00:00Z', '2026-03-28T22:00:00.000Z', undefined],
    [
      'yesterday',
      'Africa/Cairo',
      '2026-04-24T10:00:00Z',
      '2026-04-22T22:00:00.000Z',
      '2026-04-23T21:59:59.999Z',
    ],
    // Midnight happens twice in Havana, the hour before it twice in Beirut.
    ['today', 'America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z', undefined],
    ['today', 'Asia/Beirut', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', undefined],
    // Half an hour of daylight saving.
    ['today', 'Australia/Lord_Howe', '2026-10-04T03:00:00Z', '2026-10-03T13:30:00.000Z', undefined],
    // 2026-11-22 is a Sunday, the last day of its week.
    ['this-week', 'UTC', '2026-11-22T23:59:59Z', '2026-11-16T00:00:00.000Z', undefined],
    ['this-week', 'UTC', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00.000Z', undefined],
    [
      'last-week',
      'America/New_York',
      '2026-11-04T12:00:00Z',
      '2026-10-26T04:00:00.000Z',
      '2026-11-02T04:59:59.999Z',
    ],
    [
      'last-week',
      'UTC',
      '2027-01-01T12:00:00Z',
      '2026-12-21T00:00:00.000Z',
      '2026-12-27T23:59:59.999Z',
    ],
    ['this-month', 'Europe/Berlin', '2026-04-15T00:00:00Z', '2026-03-31T22:00:00.000Z', undefined],
    [
      'last-month',
      'UTC',
      '2026-01-31T12:00:00Z',
      '2025-12-01T00:00:00.000Z',
      '2025-12-31T23:59:59.999Z',
    ],
    [
      'last-month',
      'Europe/Berlin',
      '2026-04-15T00:00:00Z',
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T21:59:59.999Z',
    ],
    [
      'last-month',
      'UTC',
      '2028-03-31T12:00:00Z',
      '2028-02-01T00:00:00.000Z',
      '2028-02-29T23:59:59.999Z',
    ],
  ] as const)('%s in %s at %s', (range, timezone, now, from, to) => {
    expect(resolveRange({ from: range }, timezone, at(now))).toEqual(
      to === undefined ? { from } : { from, to },
    );
  });

  it('writes instants in UTC and leaves open ends open', () => {
    const now = at('2026-11-22T00:00:00Z');
    expect(
      resolveRange(
        { from: '2026-11-01T00:00:00-05:00', to: '2026-11-02T23:59:59.9999Z' },
        'Asia/Tokyo',
        now,
      ),
    ).toEqual({ from: '2026-11-01T05:00:00.000Z', to: '2026-11-02T23:59:59.999Z' });
    expect(resolveRange({}, 'UTC', now)).toEqual({});
    expect(resolveRange({ to: '2026-11-01T00:00:00Z' }, 'UTC', now)).toEqual({
      to: '2026-11-01T00:00:00.000Z',
    });
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const moments = fc.date({
    min: at('2020-01-01T00:00:00Z'),
    max: at('2035-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  it('starts today with the first instant of the local date, in every zone', () => {
    fc.assert(
      fc.property(zones, moments, (timezone, now) => {
        const day = new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
        const { from = '' } = resolveRange({ from: 'today' }, timezone, now);
        const start = Date.parse(from);
        expect(start).toBeLessThanOrEqual(now.getTime());
        expect(day.format(start)).toBe(day.format(now));
        expect(day.format(start - 1) < day.format(now)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('starts every range before now', () => {
    fc.assert(
      fc.property(zones, moments, fc.constantFrom(...RELATIVE_RANGES), (timezone, now, range) => {
        const { from = '' } = resolveRange({ from: range }, timezone, now);
        expect(Date.parse(from)).toBeLessThanOrEqual(now.getTime());
      }),
      { numRuns: 500 },
    );
  });

  const neighbours = fc.constantFrom(
    ['yesterday', 'today'] as const,
    ['last-week', 'this-week'] as const,
    ['last-month', 'this-month'] as const,
  );

  it('ends the period before one millisecond before the current one', () => {
    fc.assert(
      fc.property(zones, moments, neighbours, (timezone, now, [before, current]) => {
        const { from = '', to = '' } = resolveRange({ from: before }, timezone, now);
        const next = resolveRange({ from: current }, timezone, now).from ?? '';
        expect(Date.parse(to)).toBe(Date.parse(next) - 1);
        expect(Date.parse(from)).toBeLessThan(Date.parse(to));
      }),
      { numRuns: 500 },
    );
  });
});
