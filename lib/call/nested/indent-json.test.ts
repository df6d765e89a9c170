import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson, jsonOf } from './indent-json';

describe('indentJson', () => {
  it.each([
    ['{}', '{}'],
    ['[]', '[]'],
    [' {"a" : [ ] } ', '{\n  "a": []\n}'],
    ['{"id":12345678901234567890,"x":1.0}', '{\n  "id": 12345678901234567890,\n  "x": 1.0\n}'],
    ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['["\\u00e9 \\"[,]{:}\\" \\n"]', '[\n  "é \\"[,]{:}\\" \\n"\n]'],
  ])('%s', (text, indented) => {
    expect(indentJson(text)).toBe(indented);
  });

  it.each(['', 'words', '"text"', '42', 'null', '{"a":', "{'a':1}", '[1] and more', '[1,]'])(
    'leaves %j alone',
    (text) => {
      expect(indentJson(text)).toBeUndefined();
    },
  );

  it('writes what JSON.stringify would', () => {
    const structure = fc.jsonValue({ maxDepth: 6 }).filter((value) => typeof value === 'object');
    fc.assert(
      fc.property(structure, (value) => {
        if (value === null) return;
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('survives what is nested very deeply', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(indentJson(deep)?.length ?? 0).toBeLessThan(10_000_000);
    let nested: unknown = [];
    for (let level = 0; level < 100_000; level++) nested = [nested];
    expect(jsonOf(nested)).toMatch(/deeply/);
  });
});
