import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './json-text';

test.each<[string, unknown]>([
  ['{"a":NaN,"b":[Infinity,-Infinity],"c":1}', { a: null, b: [null, null], c: 1 }],
  ['{"a":"NaN, Infinity","b":NaN}', { a: 'NaN, Infinity', b: null }],
  ['{"say \\"NaN\\" \\\\":NaN}', { 'say "NaN" \\': null }],
  ['NaN', null],
  ['{"a":1e999}', { a: Number.POSITIVE_INFINITY }],
])('%s', (text, expected) => {
  expect(readJson(text)).toEqual(expected);
});

test.each(['', '{"a":NaNo}', '{"a":Infinity', '{"NaN', '"\\', '{a:NaN}', 'nan'])(
  '%j is no JSON',
  (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  },
);

test('texts stay as they are, whatever is in them', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify([value, 'NaN']).replace(/]$/, ',NaN]');
      expect(readJson(text)).toEqual([...JSON.parse(JSON.stringify([value])), 'NaN', null]);
    }),
  );
});
