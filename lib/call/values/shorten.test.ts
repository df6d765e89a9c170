import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, ending, firstLetter, shortened, shortenedAtWord } from './shorten';

const FAMILY = '👩‍👩‍👧‍👦';
const FLAG = '🇵🇱';
const SCOTLAND = '🏴󠁧󠁢󠁳󠁣󠁴󠁿';
const LETTERS = [
  'a',
  ' ',
  FAMILY,
  FLAG,
  SCOTLAND,
  '👍🏽',
  'e\u0301',
  '한',
  'किं',
  '✅',
  '❤️',
  '👩‍🚀',
];
const letters = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );

describe('a text is cut', () => {
  it.each([
    ['abcdef', 3, 'abc'],
    [`ab${FAMILY}c`, 3, 'ab'],
    [`ab${FAMILY}c`, 2 + FAMILY.length, `ab${FAMILY}`],
    [FLAG + FLAG, 6, FLAG],
    [`x${SCOTLAND}`, 5, 'x'],
    ['ae\u0301', 2, 'a'],
    ['👍🏽', 2, ''],
    ['short', 9, 'short'],
  ])('%s at %i: %s', (text, most, expected) => {
    expect(beginning(text, most)).toBe(expected);
  });

  it.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['a verylongword', 10, 'a verylon…'],
    [`hello you ${FAMILY} there`, 14, 'hello you…'],
  ])('between two words where that leaves most: %s at %i: %s', (text, most, expected) => {
    expect(shortenedAtWord(text, most)).toBe(expected);
  });

  it('between two letters and as late as can be, from either end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LETTERS)),
        fc.integer({ min: 1, max: 60 }),
        (parts, most) => {
          const all = letters(parts.join(''));
          const fitting = (some: string[]) => {
            let text = '';
            for (const letter of some) {
              if (text.length + letter.length > most) break;
              text += letter;
            }
            return text;
          };
          expect(beginning(all.join(''), most)).toBe(fitting(all));
          const backwards = fitting([...all].reverse());
          const last = all.slice(-Math.max(1, letters(backwards).length)).join('');
          expect(ending(all.join(''), most)).toBe(last);
        },
      ),
    );
  });

  it('never in half a sign, however many marks somebody piles up', () => {
    const zalgo = `a${'\u0301'.repeat(500)}`;
    expect(beginning(zalgo, 200)).toHaveLength(200);
    expect(zalgo.endsWith(ending(zalgo, 10))).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        for (const cut of [beginning(text, most), ending(text, most), shortened(text, most + 1)]) {
          expect(cut).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

it('what is left out is told', () => {
  expect(shortened('Carrier sales in the west', 20)).toBe('Carrier sales in th…');
  expect(shortened(`Carrier sales in t${FAMILY}`, 20)).toBe('Carrier sales in t…');
  expect(shortened('twenty letters only.', 20)).toBe('twenty letters only.');
});

it.each([
  ['Ana', 'A'],
  [`${FAMILY} Ana`, FAMILY],
  ['E\u0301va', 'E\u0301'],
  ['', ''],
])('the first letter of %j is %j', (text, letter) => {
  expect(firstLetter(text)).toBe(letter);
});
