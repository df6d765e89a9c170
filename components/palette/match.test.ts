import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching } from './match';

const TEXTS = [
  'Status: Completed',
  'Status: In progress',
  'Outcome: complete',
  'Zürich',
  '📞 Team',
];
const find = (typed: string) => matching(TEXTS, typed, (text) => text);

describe('matching', () => {
  it.each([
    ['', TEXTS],
    ['  ', TEXTS],
    ['status', ['Status: Completed', 'Status: In progress']],
    ['COMPL', ['Status: Completed', 'Outcome: complete']],
    ['compl status', ['Status: Completed']],
    ['zurich', ['Zürich']],
    ['zürich', ['Zürich']],
    ['📞', ['📞 Team']],
    ['gress', ['Status: In progress']],
    // At the start of the text, then at the start of a word, then inside of one.
    ['t', ['📞 Team', 'Status: Completed', 'Status: In progress', 'Outcome: complete']],
    ['.*', []],
    ['status busy', []],
  ])('%j', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it('finds every text by any part of it and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (text, from, length) => {
        const part = text.slice(from, from + length);
        if (/[\p{M}\p{Cs}]/u.test(part.normalize('NFKD'))) return;
        expect(matching([text], part, (each) => each).length).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, from, length) => {
        expect(matching([text], text.slice(from, from + length), (each) => each)).toEqual([text]);
      }),
    );
  });
});
