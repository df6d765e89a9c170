import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

describe('toCsv', () => {
  it('writes rows with a byte order mark', () => {
    expect(
      toCsv([
        ['Name', 'Total'],
        ['a', 1.5],
        ['b', null],
      ]),
    ).toBe('\uFEFFName,Total\r\na,1.5\r\nb,\r\n');
  });

  it('quotes what needs it', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\nlines']])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines"\r\n',
    );
  });

  it.each(['=1', ' =1', '+1', '-1', '@x', '＝1', '\tx'])('marks %j as text', (text) => {
    expect(toCsv([[text]])).toContain(`'${text}`);
  });

  it('marks a formula on a later line', () => {
    expect(toCsv([['a\n=1']])).toContain("a\n'=1");
  });

  it('marks a formula that other spreadsheets would split off', () => {
    expect(toCsv([['a;=1;b\t@x']])).toBe("\uFEFFa;'=1;b\t'@x\r\n");
  });

  it('keeps numbers plain', () => {
    expect(toCsv([[-1, 0.1 + 0.2, 1e-7, 1e9, Number.NaN]])).toBe('\uFEFF-1,0.3,0,1000000000,\r\n');
  });
});
