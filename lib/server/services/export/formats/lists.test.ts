import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord, textCells } from './csv';
import { parseCsv, withFormula } from './csv.test-parser';
import { listCells, listText } from './lists';
import { readList } from './lists.test-parser';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'; "\\\',=+\n\r\t\u2028\u00a0a') }),
);
const list = fc.array(text, { maxLength: 6 });

describe('a list', () => {
  it.each([
    [['vip', 'two words'], 'vip; two words'],
    [['a;b', 'c'], '"a;b"; c'],
    [['say "hi"', 'x\ny'], '"say \\"hi\\""; "x\\ny"'],
    [[' vip ', ''], '" vip "; ""'],
    [['✅', "o'clock", 'a,b', '\\'], "✅; o'clock; a,b; \\"],
    [[], ''],
  ])('of %j is %s', (values, written) => {
    expect(listText(values)).toBe(written);
    expect(readList(written)).toEqual(values);
  });

  it('can be taken apart, whatever is in it', () => {
    fc.assert(
      fc.property(list, (values) => {
        expect(readList(listText(values))).toEqual(values);
      }),
    );
  });

  it('comes back out of a cell of either dialect', () => {
    fc.assert(
      fc.property(list, (values) => {
        const cells = (['spreadsheet', 'exact'] as const).map((dialect) =>
          listCells(dialect, textCells(dialect))(values),
        );
        const [[spreadsheet = '', exact = ''] = []] = parseCsv(csvRecord(cells));
        expect(readList(withFormula(spreadsheet))).toEqual(values);
        expect(JSON.parse(exact)).toEqual(values);
      }),
    );
  });
});
