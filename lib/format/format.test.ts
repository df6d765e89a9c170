import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMoney, formatMoney, formatShare, moneyDigits } from './money';
import { formatCount, formatDuration, plural } from './number';
import { formatPhone } from './phone';
import { niceTicks } from './ticks';
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
    [9_999_950, 'EUR', '€10.00'],
    [-9_999_950, 'EUR', '-€10.00'],
    [10_000_000, 'JPY', '¥10'],
    [1_234_567_890, 'JPY', '¥1,235'],
    [1_500_000, 'JPY', '¥1.5000'],
    [12_345_678, 'KWD', 'KWD\u00a012.346'],
    [1_000, 'KWD', 'KWD\u00a00.0010'],
    [1e306, 'JPY', '¥1E300'],
    [12_345_678_901, 'USD', '$12,345.68'],
    [1.1e15, 'INR', '₹1,100,000,000.00'],
    [1e306, 'USD', '$1.00E300'],
    [-1e306, 'USD', '-$1.00E300'],
  ])('%i micros of %s are %s', (micros, currency, text) => {
    expect(formatMoney(micros, currency)).toBe(text);
  });

  it('shares its decimals in a column, where nothing small becomes nothing', () => {
    const column = (amounts: number[], currency: string) => {
      const digits = moneyDigits(amounts, currency);
      return amounts.map((micros) => formatMoney(micros, currency, digits));
    };
    expect(column([12_500_000, 9_000_000, 4_000, -4_000, 0], 'USD')).toEqual([
      '$12.50',
      '$9.00',
      '<$0.01',
      '>-$0.01',
      '$0.00',
    ]);
    expect(column([9_000_000, 4_000], 'USD')).toEqual(['$9.0000', '$0.0040']);
    expect(column([12_500_000, 400_000], 'JPY')).toEqual(['¥13', '<¥1']);
    expect(column([], 'USD')).toEqual([]);
  });

  it('is never written as nothing, and in a column always with as many decimals', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2e12, max: 2e12 }), { minLength: 1 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'INR', 'CLF'),
        (amounts, currency) => {
          const digits = moneyDigits(amounts, currency);
          for (const micros of amounts) {
            const text = formatMoney(micros, currency, digits);
            expect(/\.(\d+)$/.exec(text)?.[1]?.length ?? 0).toBe(digits);
            const told = Number(text.replace(/[^\d.]/g, ''));
            expect(told === 0).toBe(micros === 0);
            if (!/[<>]/.test(text))
              expect(Math.abs(told - Math.abs(micros) / 1e6)).toBeLessThanOrEqual(
                0.5 * 10 ** -digits + Math.abs(micros) * 1e-15 + 1e-12,
              );
            expect(text.includes('-')).toBe(micros < 0);
          }
        },
      ),
    ));

  it.each([
    [[0, 0.05, 0.1], 'USD', ['$0.00', '$0.05', '$0.10']],
    [[0, 0.5, 1], 'USD', ['$0.00', '$0.50', '$1.00']],
    [[0, 200, 400], 'USD', ['$0', '$200', '$400']],
    [[0, 0.002], 'USD', ['$0.000', '$0.002']],
    [[0, 0.5, 1], 'JPY', ['¥0.0', '¥0.5', '¥1.0']],
    [[0, 0.5], 'KWD', ['KWD\u00a00.000', 'KWD\u00a00.500']],
    [[0, 5e5, 1e6], 'USD', ['$0.0M', '$0.5M', '$1.0M']],
    [[0, 2e9], 'IDR', ['IDR\u00a00B', 'IDR\u00a02B']],
    [[-20, 0], 'USD', ['-$20', '$0']],
    [[0, 1e18], 'USD', ['$0E0', '$1E18']],
  ])('marks of an axis at %j of %s are %j', (marks, currency, texts) => {
    expect(marks.map(axisMoney(marks, currency))).toEqual(texts);
  });

  it('tells the marks of every axis apart, all in one precision', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 1, max: 9e11 }),
        fc.integer({ min: -6, max: 3 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (start, length, power, currency) => {
          const marks = niceTicks(start * 10 ** power, (start + length) * 10 ** power);
          const texts = marks.map(axisMoney(marks, currency));
          expect(new Set(texts).size).toBe(texts.length);
          const decimals = texts.map((text) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0);
          expect(new Set(decimals).size).toBe(1);
        },
      ),
    ));

  it('has no shares of nothing', () => {
    expect(formatShare(1, 3)).toBe('33.3%');
    expect(formatShare(0, 0)).toBeNull();
    expect(formatShare(-1, 100_000)).toBe('0.0%');
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
