import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIVE_RANGES } from '@/lib/call/query/ranges';
import { RANGE_LABELS } from './labels';
import { describeRange } from './range';

const NOW = Date.parse('2026-11-22T18:00:00Z');

describe('describeRange', () => {
  it('names every relative range, in any zone', () => {
    for (const from of RELATIVE_RANGES)
      expect(describeRange({ from, to: null }, 'Asia/Tokyo', NOW)).toBe(RANGE_LABELS[from]);
  });

  it('says so when nothing limits the time', () => {
    expect(describeRange({}, 'UTC', NOW)).toBe('All time');
    expect(describeRange({ from: null, to: null }, 'UTC', NOW)).toBe('All time');
  });

  it.each([
    // Whole days go without times.
    ['2026-11-01T05:00:00Z', '2026-11-08T05:59:59.999Z', 'America/Chicago', 'Nov 1 – Nov 7'],
    ['2026-11-01T00:00:00Z', '2026-11-07T23:59:59Z', 'UTC', 'Nov 1 – Nov 7'],
    ['2026-11-05T00:00:00Z', '2026-11-05T23:59:59.999Z', 'UTC', 'Nov 5'],
    // Midnight is skipped in Beirut and happens twice in Havana: still whole days.
    ['2026-03-28T22:00:00Z', '2026-03-29T20:59:59.999Z', 'Asia/Beirut', 'Mar 29'],
    ['2026-11-01T04:00:00Z', '2026-11-02T04:59:59.999Z', 'America/Havana', 'Nov 1'],
    // The year where it is not this one.
    ['2025-11-01T00:00:00Z', '2025-11-07T23:59:59.999Z', 'UTC', 'Nov 1 – Nov 7, 2025'],
    ['2025-12-28T00:00:00Z', '2026-01-03T23:59:59.999Z', 'UTC', 'Dec 28, 2025 – Jan 3'],
    ['2024-12-28T00:00:00Z', '2025-01-03T23:59:59.999Z', 'UTC', 'Dec 28, 2024 – Jan 3, 2025'],
    ['2025-11-05T00:00:00Z', '2025-11-05T23:59:59.999Z', 'UTC', 'Nov 5, 2025'],
    ['2025-11-05T00:00:00Z', '2026-11-05T23:59:59.999Z', 'UTC', 'Nov 5, 2025 – Nov 5'],
    // Parts of days.
    ['2026-11-01T08:00:00Z', '2026-11-07T17:30:59.999Z', 'UTC', 'Nov 1, 08:00 – Nov 7, 17:30'],
    ['2026-11-01T08:00:00Z', '2026-11-07T23:59:59.999Z', 'UTC', 'Nov 1, 08:00 – Nov 7, 23:59'],
    ['2026-11-05T08:00:00Z', '2026-11-05T17:30:00Z', 'UTC', 'Nov 5, 08:00 – 17:30'],
    ['2026-11-05T08:00:00Z', '2026-11-05T08:00:59.999Z', 'UTC', 'Nov 5, 08:00'],
    ['2026-11-05T08:00:07Z', '2026-11-05T17:30:42Z', 'UTC', 'Nov 5, 08:00:07 – 17:30:42'],
    ['2025-11-05T08:00:00Z', '2025-11-05T09:59:59.999Z', 'UTC', 'Nov 5, 2025, 08:00 – 09:59'],
    [
      '2025-11-01T08:00:00Z',
      '2025-11-07T09:59:59.999Z',
      'UTC',
      'Nov 1, 2025, 08:00 – Nov 7, 2025, 09:59',
    ],
    // Open ends.
    ['2026-11-01T00:00:00Z', null, 'UTC', 'From Nov 1'],
    ['2026-11-01T08:00:00Z', null, 'UTC', 'From Nov 1, 08:00'],
    ['2025-11-01T08:00:00Z', null, 'UTC', 'From Nov 1, 2025, 08:00'],
    [null, '2026-11-07T23:59:59.999Z', 'UTC', 'Until Nov 7'],
    [null, '2026-11-07T17:30:59.999Z', 'UTC', 'Until Nov 7, 17:30'],
    // An end before the start is not part of the query either.
    ['2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z', 'UTC', 'From Nov 1'],
  ])('%s to %s in %s: %s', (from, to, zone, words) => {
    expect(describeRange({ from, to }, zone, NOW)).toBe(words);
  });

  it('takes this year from the zone', () => {
    const newYear = Date.parse('2027-01-01T03:00:00Z');
    const day = { from: '2026-12-31T06:00:00Z', to: '2027-01-01T05:59:59.999Z' };
    expect(describeRange(day, 'America/Chicago', newYear)).toBe('Dec 31');
    expect(describeRange({ from: '2026-12-31T00:00:00Z' }, 'UTC', newYear)).toBe(
      'From Dec 31, 2026',
    );
  });

  it('has words for any range', () => {
    const ends = fc.option(
      fc
        .date({
          min: new Date('2000-01-01T00:00:00Z'),
          max: new Date('2040-01-01T00:00:00Z'),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(ends, ends, fc.constantFrom('UTC', 'Asia/Kolkata'), (from, to, zone) => {
        const words = describeRange({ from, to }, zone, NOW);
        expect(words).not.toMatch(/undefined|NaN|Invalid|^\s|, ,/);
        expect(words === 'All time').toBe(from === null && to === null);
      }),
    );
  });
});
