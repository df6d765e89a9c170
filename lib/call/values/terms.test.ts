import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainTerm, NO_VALUE, shownTerm, termOf, textOfTerm } from './terms';

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^\\{0,3}\(?(none|empty)\)?$/),
  fc.constantFrom('', ' ', ' vip ', 'vip', '%28none%29', 'a,b', '“x”'),
);

describe('terms', () => {
  it('name every text, and no two alike', () => {
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        expect(textOfTerm(termOf(a))).toBe(a);
        expect(termOf(a)).not.toBe(NO_VALUE);
        expect(termOf(a) === termOf(b)).toBe(a === b);
      }),
    );
    expect(textOfTerm(NO_VALUE)).toBeNull();
  });

  it.each([
    ['vip', 'vip', 'vip', true],
    [' vip ', ' vip ', '“ vip ”', false],
    ['a,b', 'a,b', 'a,b', false],
    ['', '(empty)', 'Empty text', false],
    ['(none)', '\\(none)', '“(none)”', false],
    ['\\(none)', '\\\\(none)', '“\\(none)”', false],
    ['(None)', '(None)', '(None)', true],
    ['two\nlines', 'two\nlines', 'two\nlines', false],
  ])('%j is %j, and reads %s', (text, term, shown, plain) => {
    expect([termOf(text), shownTerm(term), isPlainTerm(term)]).toEqual([term, shown, plain]);
  });
});
