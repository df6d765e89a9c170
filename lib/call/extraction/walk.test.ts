import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExtractedKey } from '@/lib/call/query/extracted';
import { eachValue, valuesAt } from './walk';

/** Letters, half letters, signs that mean something. */
const hostile = fc.constantFrom(...'aé1%2E., "', '\u0000', '\ud83d', '🚚', '\u202e', 'e\u0301');

/** What is found, in short; objects as `{}`. */
function short(extraction: unknown): string[] {
  return eachValue(extraction).found.map(
    ({ key, value, listed }) =>
      `${key}${listed ? '[]' : ''}=${typeof value === 'object' ? '{}' : value}`,
  );
}

describe('eachValue', () => {
  it.each([
    ['nothing', null, []],
    ['a list', [1], []],
    ['a text', 'text', []],
    [
      'plain values',
      { mc: '884213', rate: 2250, ok: false },
      ['mc=884213', 'rate=2250', 'ok=false'],
    ],
    [
      'no values',
      { a: null, b: '', c: '  \n', d: {}, e: [], f: [null, {}], g: { h: null }, i: Number.NaN },
      [],
    ],
    ['paths', { lane: { origin: 'Laredo' } }, ['lane.origin=Laredo', 'lane={}']],
    ['lists', { stops: ['Waco', ['Tyler'], null] }, ['stops[]=Waco', 'stops[]=Tyler']],
    [
      'lists of objects',
      { stops: [{ city: 'Waco' }, { city: '' }, { city: 'Tyler' }] },
      ['stops.city[]=Waco', 'stops[]={}', 'stops.city[]=Tyler', 'stops[]={}'],
    ],
    [
      'signs in names',
      { 'a.b': 1, 'c,d': 2, 'e%2Ef': 3, '100%': 4 },
      ['a%2Eb=1', 'c%2Cd=2', 'e%252Ef=3', '100%=4'],
    ],
    [
      'traps',
      JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
      ['__proto__.x=1', '__proto__={}', 'constructor=2'],
    ],
    ['half letters', { 'a\ud83d': 1 }, ['a\ufffd=1']],
  ])('%s', (_, extraction, expected) => {
    expect(short(extraction)).toEqual(expected);
  });

  it('stops where nobody looks, and says so', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`k${n}`, n]));
    const cases: [unknown, number, boolean][] = [
      [{ deep, a: 1 }, 1, true],
      [many, 500, true],
      [{ list: Array.from({ length: 1000 }, (_, n) => n) }, 100, true],
      [{ '': 'no name', a: 1 }, 1, true],
      [{ ['k'.repeat(301)]: 1 }, 0, true],
      [{ a: 1 }, 1, false],
    ];
    for (const [extraction, count, cut] of cases) {
      const walked = eachValue(extraction);
      expect([walked.found.length, walked.cut]).toEqual([count, cut]);
    }
  });

  it('names whatever it finds by keys that can be asked for, and finds it by them', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: hostile }), fc.jsonValue({ maxDepth: 5 })),
        (extraction) => {
          const { found } = eachValue(extraction);
          for (const { key } of found) expect(isExtractedKey(key)).toBe(true);
          const keys = [...new Set(found.map(({ key }) => key))];
          expect(keys.flatMap((key) => valuesAt(extraction, key))).toHaveLength(found.length);
        },
      ),
    );
  });
});
