import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutFormula } from '@/lib/format/formulas';
import { csvRecord, jsonCell, textCells } from './csv';
import { parseCsv, splitAt, withFormula } from './csv.test-parser';

const textCell = textCells('spreadsheet');
const write = (...texts: string[]) => csvRecord(texts.map(textCell));

describe('a record', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['a,b', 'c'], '"a,b",c\r\n'],
    [['say "hi"'], '"say ""hi"""\r\n'],
    [['two\nlines', 'two\r\nmore'], '"two\nlines","two\r\nmore"\r\n'],
    [['', ''], ',\r\n'],
    [[' padded '], '" padded "\r\n'],
    [['✅;👎🏽', 'شركة النقل', 'Ünï'], '✅;👎🏽,شركة النقل,Ünï\r\n'],
    [['NULL', '0'], 'NULL,0\r\n'],
  ])('of %j is %j', (texts, record) => {
    expect(write(...texts)).toBe(record);
  });

  it('keeps numbers as they are, negative ones too, and leaves what is missing empty', () => {
    expect(csvRecord(['-0.020000', textCell(null), '0', textCell(undefined)])).toBe(
      '-0.020000,,0,\r\n',
    );
  });

  it.each(['spreadsheet', 'exact'] as const)(
    'comes back from a parser as it was: %s',
    (dialect) => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...'",;\r\n\t\v\u2028= \u200b\'a＋-') }),
      );
      fc.assert(
        fc.property(
          fc.array(fc.array(text, { minLength: 2, maxLength: 6 }), { maxLength: 5 }),
          (records) => {
            const file = records.map((texts) => csvRecord(texts.map(textCells(dialect)))).join('');
            const read = parseCsv(file);
            expect(
              dialect === 'exact' ? read : read.map((texts) => texts.map(withFormula)),
            ).toEqual(records);
          },
        ),
        { numRuns: 500 },
      );
    },
  );
});

describe('a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1 555-010-1234', "'+1 555-010-1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\tindented', "'\tindented"],
    ['\rline', "'\rline"],
    ['\nline', "'\nline"],
    [' =1', "' =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\u202e=1', "'\u202e=1"],
    ['note\n=1', "note\n'=1"],
    ['note\r\n  @x', "note\r\n'  @x"],
    ['note\r=1', "note\r'=1"],
    ['note\u2028=1', "note\u2028'=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['  ＠x', "'  ＠x"],
    ['a;=1+1;', "a;'=1+1;"],
    ['a;"=1"', 'a;\'"=1"'],
    ['x\t=1', "x\t'=1"],
    ['x;y; \u200b@z', "x;y;' \u200b@z"],
    ["'=1", "''=1"],
    ["a;'=1", "a;''=1"],
  ])('in %j is disarmed as %j', (text, safe) => {
    expect(withoutFormula(text)).toBe(safe);
  });

  it.each([
    '1-2',
    'a=b',
    'two\nlines',
    ' a',
    'a@b.example',
    '{"a":"=1"}',
    '',
    "o'clock",
    'a;b\tc',
    '"=1',
  ])('is not seen in %j', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });

  it.each([',', ';', '\t'])('starts no cell of a file that is split at %j', (separator) => {
    const signs = fc.constantFrom(...'=+-@＝＋－＠ ;;\t\t\r\n"",a1\u00a0\u2028\u200b\'');
    const text = fc.string({ unit: signs, maxLength: 12 });
    const record = fc.record({ first: text, second: text, key: text, value: text });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), (records) => {
        const file = records.map(({ first, second, key, value }) =>
          csvRecord([textCell(`x${first}`), '-0.02', textCell(second), jsonCell({ [key]: value })]),
        );
        for (const cells of splitAt(file.join(''), separator))
          for (const cell of cells)
            if (cell !== '-0.02') expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('JSON in a cell', () => {
  it('stays JSON whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const hostile = { ...value, 'a\u2028=1': '\u2029=1\u0085@x\n=1' };
        const [[cell = ''] = []] = parseCsv(csvRecord([jsonCell(hostile)]));
        expect(JSON.parse(cell)).toEqual(JSON.parse(JSON.stringify(hostile)));
      }),
    );
  });
});
