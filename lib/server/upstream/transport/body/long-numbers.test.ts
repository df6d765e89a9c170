import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseObject } from './body';
import { withLongNumbersAsText } from './long-numbers';

/** Any JSON, with long numbers in place of some of its nulls. */
const anyJson = fc
  .tuple(fc.json(), fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }))
  .map(([json, long]) => `[${json.replace(/\bnull\b/g, String(long))}]`);

const read = (json: string): unknown => JSON.parse(withLongNumbersAsText(json));

test('digits that a number would lose are kept as they were written', () => {
  for (const digits of [
    '9007199254740993',
    '-9007199254740993',
    '12345678901234567890',
    '1234567890123456789012345678901234567890',
    '12345678901234567.89',
    '1234567890123456789e2',
  ]) {
    for (let shift = 0; shift < 20; shift += 1) {
      const space = ' '.repeat(shift);
      expect(read(`{"load":${space}${digits}}`)).toEqual({ load: digits });
      expect(read(`[[${space}1,${digits},\n${digits} ]]`)).toEqual([[1, digits, digits]]);
    }
  }
});

test('answers are read so', () => {
  expect(parseObject('{"extraction":{"load":12345678901234567890}}')).toEqual({
    extraction: { load: '12345678901234567890' },
  });
});

test('all other numbers stay numbers', () => {
  const json =
    '[9007199254740992, 1234567890123456, -1234567890123456, 10000000000000000, 0.30000000000000004, 1e300, 12]';
  expect(read(json)).toEqual(JSON.parse(json));
});

test('the same numbers are found wherever they stand in any JSON', () => {
  fc.assert(
    fc.property(anyJson, (json) => {
      const slowly = json.replace(
        /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}[\d.eE+-]*/g,
        (token) =>
          token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
      );
      expect(withLongNumbersAsText(json)).toBe(slowly);
    }),
  );
});

test('digits inside of text stay text', () => {
  const texts = {
    a: 'order: 12345678901234567890, again [12345678901234567890',
    b: '"quoted": 12345678901234567890',
    'c\\': '\\": 12345678901234567890',
    '[12345678901234567890': 1,
  };
  expect(read(JSON.stringify({ ...texts, n: 0 }).replace(':0', ':12345678901234567890'))).toEqual({
    ...texts,
    n: '12345678901234567890',
  });
});

test('what is no JSON does not become any', () => {
  const pieces = fc.constantFrom(
    '12345678901234567890',
    '"',
    '\\',
    '[',
    ']',
    ':',
    ',',
    '-',
    '.',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      fc.pre(!isJson(text));
      expect(isJson(withLongNumbersAsText(text))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('a text of many escapes is passed in one go', () => {
  const long = '\\"'.repeat(2_000_000);
  expect(read(`{"a":"${long}","b":12345678901234567890}`)).toEqual({
    a: '"'.repeat(2_000_000),
    b: '12345678901234567890',
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
