import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTerm, isReadOtherwise, searchableText, searchTerms } from './search';

const finds = (search: string, ...values: string[]) =>
  hasTerm(searchableText(values), searchTerms(search));

const SPELLINGS = [
  '+13125550101',
  '3125550101',
  '(312) 555-0101',
  '+1 312-555-0101',
  '001 312 555 0101',
  '312.555.0101',
  'tel:+1-312-555-0101',
  '\u202a+1 312 555 0101\u202c',
  '３１２ ５５５ ０１０１',
];

describe('a number', () => {
  it.each(SPELLINGS)('is found by %s, however it is kept', (search) => {
    for (const kept of SPELLINGS) expect(finds(search, 'Dallas', kept)).toBe(true);
    expect(finds(search, 'Please call back at (312) 555-0101, after five.')).toBe(true);
    expect(finds(search, '+13125550102', '88123')).toBe(false);
  });

  it.each(['555-0101', '(312) 555', '+1 312', '5550101', '0101', '01 01'])(
    'is found by its part %s',
    (part) => {
      expect(finds(part, '+13125550101')).toBe(true);
      expect(finds(part, '(312) 555-0101')).toBe(true);
      expect(finds(part, '+15554440999')).toBe(false);
    },
  );

  it('of another country is found with and without the zero that is dialled', () => {
    for (const search of ['+44 20 7946 0958', '0044 20 79460958', '020 7946 0958'])
      expect(finds(search, '+442079460958')).toBe(true);
    expect(finds('020-7946-0958', 'office', '020 7946 0958')).toBe(true);
  });
});

describe('text', () => {
  it.each([
    ['12-34', 'lane 12-34', true],
    ['2026-11-20', '2026-11-20', true],
    ['#1234', 'PO #1234', true],
    ['DALLAS', 'Dallas, TX', true],
    ['%', '100', false],
  ])('%s in %s: %s', (search, value, isFound) => {
    expect(finds(search, value)).toBe(isFound);
  });

  it('is found in either spelling of its letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('é', 'Ångström', 'São Paulo', 'Đà Nẵng', '한국', 'J\u030C'),
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom('NFC', 'NFD'),
        (word, typed, kept) => {
          expect(finds(word.normalize(typed), `x ${word.normalize(kept)} y`)).toBe(true);
        },
      ),
    );
  });

  it('is found by itself, whatever it is, and never across two values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(finds(text, 'x', text, 'y')).toBe(true);
      }),
    );
    expect(finds('dallas\n+1', 'Dallas', '+13125550101')).toBe(false);
    expect(finds('two\nlines', 'of two\nlines')).toBe(true);
  });
});

it.each([
  ['dallas', false],
  ['88123', false],
  ['+1312555', false],
  ['+13125550101', true],
  ['3125550101', true],
  ['555-0101', true],
  ['são', true],
])('%s is written in more ways than one: %s', (search, isSo) => {
  expect(isReadOtherwise(search)).toBe(isSo);
});
