import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedRows } from './nested-rows';

describe('nestedRows', () => {
  it('shows plain values as they are', () => {
    const { rows, cut } = nestedRows({ mc: '884213', rate: 2250, agreed: false, memo: null });
    expect(rows.map(({ key, value, depth }) => [key, value, depth])).toEqual([
      ['mc', '884213', 0],
      ['rate', 2250, 0],
      ['agreed', false, 0],
      ['memo', null, 0],
    ]);
    expect(cut).toBe(false);
  });

  it('puts the parts of objects and lists below their name', () => {
    const { rows } = nestedRows({ lane: { from: 'Laredo' }, stops: ['Waco', { city: 'Tyler' }] });
    expect(rows.map(({ key, listed, value, depth }) => [depth, key, listed, value])).toEqual([
      [0, 'lane', false, undefined],
      [1, 'from', false, 'Laredo'],
      [0, 'stops', false, undefined],
      [1, '1', true, 'Waco'],
      [1, '2', true, undefined],
      [2, 'city', false, 'Tyler'],
    ]);
  });

  it('says which names lead to a row, whatever its place in lists', () => {
    const { rows } = nestedRows({ stops: ['Waco', [{ city: 'Tyler' }]] });
    expect(rows.map(({ key, path }) => [key, path.join('.')])).toEqual([
      ['stops', 'stops'],
      ['1', 'stops'],
      ['2', 'stops'],
      ['1', 'stops'],
      ['city', 'stops.city'],
    ]);
  });

  it('gives an empty object or list the row of a missing value', () => {
    expect(nestedRows({ a: {}, b: [] }).rows.map(({ value }) => value)).toEqual([null, null]);
  });

  it('writes what is deeper than five levels as JSON', () => {
    const { rows } = nestedRows({ a: { b: { c: { d: { e: { f: [1] } } } } } });
    expect(rows.at(-1)).toEqual({
      key: 'f',
      path: ['a', 'b', 'c', 'd', 'e', 'f'],
      listed: false,
      depth: 5,
      value: '[1]',
    });
  });

  it('is not fooled by keys that objects inherit', () => {
    const record: Record<string, unknown> = JSON.parse('{"__proto__":"trap","constructor":1,"":2}');
    expect(nestedRows(record).rows.map(({ key }) => key)).toEqual(['__proto__', 'constructor', '']);
  });

  it('stops at 500 rows and says so', () => {
    const just = nestedRows({ list: Array.from({ length: 499 }, () => 1) });
    expect([just.rows.length, just.cut]).toEqual([500, false]);
    const more = nestedRows({ list: Array.from({ length: 100_000 }, () => 1) });
    expect([more.rows.length, more.cut]).toEqual([500, true]);
  });

  it('takes any JSON apart and never goes more than one level down at once', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const { rows } = nestedRows(record);
        let before = 0;
        for (const { depth } of rows) {
          expect(depth).toBeLessThanOrEqual(before + 1);
          before = depth;
        }
      }),
    );
  });
});
