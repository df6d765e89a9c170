import { describe, expect, it } from 'vitest';
import type { Ends } from '@/lib/format/range';
import { rangeSlug, rangeWords } from './range-words';

const CHICAGO = 'America/Chicago';
const NOVEMBER = { from: '2026-11-01T05:00:00.000Z', to: '2026-12-01T05:59:59.999Z' };

const CASES: [range: Ends, words: string, slug: string][] = [
  [NOVEMBER, 'Nov 1 – Nov 30, 2026', '2026-11-01-to-2026-11-30'],
  [
    { from: '2026-11-29T06:00:00.000Z', to: '2026-11-30T05:59:59.999Z' },
    'Nov 29, 2026',
    '2026-11-29',
  ],
  [
    { from: '2026-10-30T22:43:10.555Z', to: '2026-11-29T22:43:10.555Z' },
    'Oct 30, 2026, 17:43 – Nov 29, 2026, 16:43',
    '2026-10-30-1743-to-2026-11-29-1643',
  ],
  [{ from: NOVEMBER.from, to: null }, 'From Nov 1, 2026', 'from-2026-11-01'],
  [{ from: null, to: NOVEMBER.to }, 'Until Nov 30, 2026', 'until-2026-11-30'],
  [{ from: null, to: null }, 'All time', 'all-time'],
  // The day on which clocks are set back has 25 hours.
  [
    { from: '2026-11-01T05:00:00.000Z', to: '2026-11-02T05:59:59.999Z' },
    'Nov 1, 2026',
    '2026-11-01',
  ],
];

describe('a range outside of the page', () => {
  it.each(CASES)('%j', (range, words, slug) => {
    expect(rangeWords(range, CHICAGO)).toBe(words);
    expect(rangeSlug(range, CHICAGO)).toBe(slug);
  });

  it('is read by the clocks of its zone', () => {
    expect(rangeSlug(NOVEMBER, 'UTC')).toBe('2026-11-01-0500-to-2026-12-01-0559');
  });
});
