import { describe, expect, it } from 'vitest';
import { formatMoney, formatScaleMoney, formatShare } from './money';
import { formatCount, formatDuration, plural } from './number';
import { formatPhone } from './phone';
import { formatAgo, formatInstant, formatInstantLong, zoneAbbreviation, zonePlace } from './time';

describe('money', () => {
  it.each([
    [0, 'USD', '$0.0000'],
    [123_456, 'USD', '$0.1235'],
    [-20_000, 'USD', '-$0.0200'],
    [49, 'USD', '<$0.0001'],
    [50, 'USD', '$0.0001'],
    [-49, 'USD', '>-$0.0001'],
    [9_999_900, 'EUR', '€9.9999'],
    [12_345_678_901, 'USD', '$12,345.68'],
    [1.1e15, 'IDR', 'IDR\u00a01,100,000,000.00'],
    [1e306, 'USD', '$1.00E300'],
    [-1e306, 'USD', '-$1.00E300'],
  ])('%i micros of %s are %s', (micros, currency, text) => {
    expect(formatMoney(micros, currency)).toBe(text);
  });

  it('has no idle decimals on a scale', () => {
    expect([0, 50_000, 7_000_000].map((micros) => formatScaleMoney(micros, 'USD'))).toEqual([
      '$0',
      '$0.05',
      '$7',
    ]);
  });

  it('is short on a scale of large amounts', () => {
    expect([999_999e6, 1.1e15, -2e18].map((micros) => formatScaleMoney(micros, 'IDR'))).toEqual([
      'IDR\u00a0999,999',
      'IDR\u00a01.1B',
      '-IDR\u00a02T',
    ]);
  });

  it('has no shares of nothing', () => {
    expect(formatShare(1, 3)).toBe('33.3%');
    expect(formatShare(0, 0)).toBeNull();
  });
});

describe('numbers', () => {
  it.each([
    [0, '0:00'],
    [5, '0:05'],
    [59.6, '1:00'],
    [61, '1:01'],
    [3600, '1:00:00'],
    [36_061, '10:01:01'],
    [-3, '0:00'],
  ])('%d s last %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('counts', () => {
    expect(formatCount(12_993)).toBe('12,993');
    expect([plural(1, 'call'), plural(0, 'call'), plural(2, 'match', 'matches')]).toEqual([
      '1 call',
      '0 calls',
      '2 matches',
    ]);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+15550101234', '+1 555-010-1234'],
    ['15550101234', '+1 555-010-1234'],
    ['(555) 010-1234', '+1 555-010-1234'],
    ['555.010.1234', '+1 555-010-1234'],
    ['+442079460958', '+442079460958'],
    ['911', '911'],
    ['0612345678', '0612345678'],
    ['anonymous', 'anonymous'],
    ['<b>1</b>', '<b>1</b>'],
    ['', ''],
  ])('%s is shown as %s', (number, text) => {
    expect(formatPhone(number)).toBe(text);
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-22T20:00:00Z');

  it('are those of the zone, with the year where it is another', () => {
    expect(formatInstant('2026-11-22T19:03:11Z', 'America/Chicago', now)).toBe('Nov 22, 13:03:11');
    expect(formatInstant('2026-11-22T19:03:11Z', 'Asia/Tokyo', now)).toBe('Nov 23, 04:03:11');
    expect(formatInstant('2025-06-01T00:00:00Z', 'UTC', now)).toBe('Jun 01, 2025, 00:00:00');
    expect(formatInstant('2026-01-01T03:00:00Z', 'America/Chicago', now)).toContain('2025');
    expect(formatInstantLong('2026-07-01T12:00:00Z', 'America/Chicago')).toBe(
      'Wed, Jul 1, 2026, 07:00:00 CDT',
    );
    expect(formatInstant('soon', 'UTC', now)).toBeNull();
    expect(formatInstantLong('', 'UTC')).toBeNull();
  });

  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
  ])('are those of a place: %s is %s', (zone, place) => {
    expect(zonePlace(zone)).toBe(place);
  });

  it('name the zone as it is at that moment', () => {
    expect(zoneAbbreviation('America/Chicago', now)).toBe('CST');
    expect(zoneAbbreviation('America/Chicago', Date.parse('2026-07-01'))).toBe('CDT');
  });

  it.each([
    ['2026-11-22T20:00:20Z', 'now'],
    ['2026-11-22T19:58:00Z', '2 min ago'],
    ['2026-11-22T17:00:00Z', '3 h ago'],
    ['2026-11-20T20:00:00Z', '2 d ago'],
    ['2026-08-22T20:00:00Z', '3 mo ago'],
    ['2023-11-22T20:00:00Z', '3 y ago'],
    ['2026-11-22T22:00:00Z', 'in 2 h'],
  ])('%s is %s', (iso, text) => {
    expect(formatAgo(iso, now)).toBe(text);
  });
});
