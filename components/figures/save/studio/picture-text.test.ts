import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, wrapped } from './picture-text';

/** Every character is one wide. */
const widthOf = (text: string) => [...text].length;
const word = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', 'م', '-'),
  minLength: 1,
  maxLength: 30,
});

describe('wrapped text', () => {
  it('breaks between words, and within one that is too long', () => {
    expect(wrapped('one two three', 8, widthOf)).toEqual(['one two', 'three']);
    expect(wrapped('abcdefghij kl', 4, widthOf)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrapped('', 4, widthOf)).toEqual([]);
  });

  it('loses nothing and stays within its width', () => {
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = wrapped(words.join(' '), width, widthOf);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });
});

describe('a flow', () => {
  it('begins a new row where there is no more room', () => {
    expect(flow([40, 40, 40], 100, 10)).toEqual([
      { x: 0, row: 0 },
      { x: 50, row: 0 },
      { x: 0, row: 1 },
    ]);
  });

  it('lets nothing overlap or hang over the edge', () => {
    const width = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(fc.array(width), fc.integer({ min: 0, max: 20 }), (widths, gap) => {
        const places = flow(widths, 100, gap);
        places.forEach(({ x, row }, at) => {
          expect(x + (widths[at] ?? 0)).toBeLessThanOrEqual(100);
          const before = places[at - 1];
          if (!before) expect({ x, row }).toEqual({ x: 0, row: 0 });
          else if (row === before.row) expect(x).toBe(before.x + (widths[at - 1] ?? 0) + gap);
          else expect({ x, row }).toEqual({ x: 0, row: before.row + 1 });
        });
      }),
    );
  });
});
