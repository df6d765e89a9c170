import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallClockOf } from './local-time';

describe('instantOf', () => {
  it.each([
    // date, time, zone, as a start, as an end
    [
      '2026-11-05',
      '08:30',
      'America/Chicago',
      '2026-11-05T14:30:00.000Z',
      '2026-11-05T14:30:59.999Z',
    ],
    [
      '2026-11-05',
      '08:30:15',
      'Asia/Kolkata',
      '2026-11-05T03:00:15.000Z',
      '2026-11-05T03:00:15.999Z',
    ],
    ['2026-11-05', '23:59', 'UTC', '2026-11-05T23:59:00.000Z', '2026-11-05T23:59:59.999Z'],
    ['2028-02-29', '00:00', 'UTC', '2028-02-29T00:00:00.000Z', '2028-02-29T00:00:59.999Z'],
    // The clocks go back: 01:30 happens twice, the range covers both.
    [
      '2026-11-01',
      '01:30',
      'America/Chicago',
      '2026-11-01T06:30:00.000Z',
      '2026-11-01T07:30:59.999Z',
    ],
    [
      '2026-10-25',
      '02:15',
      'Europe/Berlin',
      '2026-10-25T00:15:00.000Z',
      '2026-10-25T01:15:59.999Z',
    ],
    // Half an hour twice.
    [
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
      '2026-04-04T15:15:59.999Z',
    ],
    // Midnight itself twice.
    [
      '2026-11-01',
      '00:30',
      'America/Havana',
      '2026-11-01T04:30:00.000Z',
      '2026-11-01T05:30:59.999Z',
    ],
    // The clocks go forward: 02:30 is skipped and means 03:30.
    [
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:30:00.000Z',
      '2026-03-08T07:30:59.999Z',
    ],
    [
      '2026-03-29',
      '02:00',
      'Europe/Berlin',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:00:59.999Z',
    ],
    // Midnight is skipped: the day starts at 01:00.
    ['2026-03-29', '00:00', 'Asia/Beirut', '2026-03-28T22:00:00.000Z', '2026-03-28T22:00:59.999Z'],
    // A whole day is skipped.
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z', '2011-12-30T22:00:59.999Z'],
  ] as const)('%s %s in %s', (date, time, zone, start, end) => {
    expect(instantOf(date, time, zone, 'start')).toBe(start);
    expect(instantOf(date, time, zone, 'end')).toBe(end);
  });

  it.each([
    ['', '00:00'],
    ['2026-11-05', ''],
    ['2026-02-30', '00:00'],
    ['2026-13-01', '00:00'],
    ['11/05/2026', '00:00'],
    ['12026-11-05', '00:00'],
    ['2026-11-05', '24:00'],
    ['2026-11-05', '8:30'],
    ['2026-11-05', '08:30:61'],
    ['2026-11-05T00:00', '08:30'],
  ])('takes %j %j for no time', (date, time) => {
    expect(instantOf(date, time, 'UTC', 'start')).toBeNull();
    expect(instantOf(date, time, 'UTC', 'end')).toBeNull();
  });

  it('gives no instant that cannot be written with a four-digit year', () => {
    expect(instantOf('9999-12-31', '23:59', 'America/Chicago', 'end')).toBeNull();
    expect(instantOf('9999-12-31', '23:59', 'UTC', 'end')).toBe('9999-12-31T23:59:59.999Z');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('start', 'end'), (date, time, edge) => {
        const instant = instantOf(date, time, 'Europe/Berlin', edge);
        expect(instant === null || !Number.isNaN(Date.parse(instant))).toBe(true);
      }),
    );
  });
});

describe('wallClockOf', () => {
  it.each([
    ['2026-11-05T14:30:00Z', 'America/Chicago', 'start', '2026-11-05', '08:30'],
    ['2026-11-05T14:30:15.4Z', 'America/Chicago', 'start', '2026-11-05', '08:30:15'],
    ['2026-11-05T05:59:59.999Z', 'America/Chicago', 'end', '2026-11-04', '23:59'],
    // An end on the full minute excludes the rest of the minute, so it keeps its seconds.
    ['2026-11-05T12:00:00Z', 'UTC', 'end', '2026-11-05', '12:00:00'],
    ['2026-11-05T12:00:59Z', 'UTC', 'end', '2026-11-05', '12:00:59'],
    ['2026-11-01T06:30:00Z', 'America/Chicago', 'start', '2026-11-01', '01:30'],
    ['2026-11-01T07:30:00Z', 'America/Chicago', 'start', '2026-11-01', '01:30'],
    ['2026-11-05T00:00:00-08:00', 'UTC', 'start', '2026-11-05', '08:00'],
  ] as const)('%s in %s as %s', (iso, zone, edge, date, time) => {
    expect(wallClockOf(iso, zone, edge)).toEqual({ date, time });
  });

  it('has no answer for what is no instant or lies outside four-digit years', () => {
    expect(wallClockOf('last week', 'UTC', 'start')).toBeNull();
    expect(wallClockOf('0000-06-01T00:00:00Z', 'UTC', 'start')).toBeNull();
    expect(wallClockOf('9999-12-31T23:00:00Z', 'Asia/Tokyo', 'start')).toBeNull();
  });
});

describe('instantOf and wallClockOf', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const seconds = fc.integer({
    min: Date.parse('1980-01-01T00:00:00Z') / 1000,
    max: Date.parse('2037-12-31T00:00:00Z') / 1000,
  });
  const edges = fc.constantFrom('start' as const, 'end' as const);

  it('lead back to the same instant in every zone', () => {
    fc.assert(
      fc.property(zones, seconds, edges, (zone, second, edge) => {
        const there = (iso: string) => {
          const clock = wallClockOf(iso, zone, edge);
          return (clock && instantOf(clock.date, clock.time, zone, edge)) ?? '';
        };
        const instant = there(new Date(second * 1000).toISOString());
        expect(there(instant)).toBe(instant);
      }),
      { numRuns: 1000 },
    );
  });

  it('lead back to the same texts where the clocks run on', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 });
    fc.assert(
      fc.property(minutes, edges, (minute, edge) => {
        const text = new Date(minute * 60_000).toISOString();
        const clock = { date: text.slice(0, 10), time: text.slice(11, 16) };
        const instant = instantOf(clock.date, clock.time, 'Etc/GMT+7', edge) ?? '';
        expect(wallClockOf(instant, 'Etc/GMT+7', edge)).toEqual(clock);
      }),
    );
  });

  it('never cut anything off: a start is not later, an end not earlier than the instant', () => {
    fc.assert(
      fc.property(zones, seconds, edges, (zone, second, edge) => {
        const iso = new Date(second * 1000).toISOString();
        const clock = wallClockOf(iso, zone, edge);
        const instant = Date.parse((clock && instantOf(clock.date, clock.time, zone, edge)) ?? '');
        const moved = edge === 'start' ? second * 1000 - instant : instant - second * 1000;
        expect(moved).toBeGreaterThanOrEqual(0);
        // The longest overlap of any zone's clocks is a day.
        expect(moved).toBeLessThanOrEqual(86_400_000);
      }),
      { numRuns: 1000 },
    );
  });
});
