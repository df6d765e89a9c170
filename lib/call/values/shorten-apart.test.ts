import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenedApart } from './shorten-apart';

describe('shortenedApart', () => {
  it.each([
    [['Inbound sales', 'Carrier'], 20, ['Inbound sales', 'Carrier']],
    [
      ['Spring carrier outreach – Dallas', 'Spring carrier outreach – Houston'],
      20,
      ['Spring…– Dallas', 'Spring…– Houston'],
    ],
    [['A name that is much too long for its place'], 20, ['A name that is much…']],
    [
      ['Early difference, then a long tail', 'Late: the same beginning and more'],
      16,
      ['Early differenc…', 'Late: the same…'],
    ],
  ])('%j in %d', (names, most, told) => {
    expect(shortenedApart(names, most)).toEqual(told);
  });

  it('keeps names short and apart, whatever they are', () => {
    const part = fc.constantFrom('campaign ', 'a', 'b', '🚚', '👨‍👩‍👧', ' ', '–', 'مرحبا');
    const names = fc.array(
      fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(names, (each) => {
        const told = shortenedApart(each, 24);
        expect(new Set(told).size).toBe(new Set(each).size);
        for (const text of told) expect(text.length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
