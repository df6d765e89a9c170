import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutFormula } from '@/lib/format/formulas';
import { asHtml, asTabbedText } from './copied-table';

describe('copied rows', () => {
  it('are tabbed text, with names above them where there are any', () => {
    const rows = [
      ['✅ 2', '', '<b>"x" & y</b>'],
      ['a\tb\nc', ' عربي ', 'é'],
    ];
    expect(asTabbedText({ head: ['Rating', 'Tags', 'Notes'], rows })).toBe(
      'Rating\tTags\tNotes\n✅ 2\t\t<b>"x" & y</b>\na b c\tعربي\té',
    );
    expect(asTabbedText({ head: null, rows: [['a', 'b']] })).toBe('a\tb');
  });

  it('are a plain table', () => {
    expect(asHtml({ head: ['A&B'], rows: [['<img src=x onerror="y">']] })).toBe(
      '<table><thead><tr><th>A&amp;B</th></tr></thead><tbody><tr><td>&lt;img src=x onerror=&quot;y&quot;&gt;</td></tr></tbody></table>',
    );
    expect(asHtml({ head: null, rows: [] })).toBe('<table><tbody></tbody></table>');
  });

  it.each(['-5', '+5.2%', '-$1,250.00', '−0.5 %', '+123,456'])('stay numbers: %s', (text) => {
    expect(asTabbedText({ head: null, rows: [[text]] })).toBe(text);
  });

  it.each([
    '=1+1',
    '+13125550101',
    '+1 312-555-0101',
    '-1 (2)-3',
    '+1 312+A1',
    '-x',
    '@SUM(1)',
    '  =x',
    '＝1',
    'a;=1',
  ])('are no formulas where they are pasted: %j', (text) => {
    const table = { head: null, rows: [[text, 'b']] };
    const marked = withoutFormula(text.trim());
    expect(marked).toContain("'");
    expect(asTabbedText(table)).toBe(`${marked}\tb`);
    expect(asHtml(table)).toContain(`<td>${marked}</td>`);
  });

  it('keep as many cells and rows as there are, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
        }),
        (rows) => {
          const lines = asTabbedText({ head: null, rows }).split('\n');
          expect(lines).toHaveLength(rows.length);
          for (const line of lines) expect(line.split('\t')).toHaveLength(3);
          const html = asHtml({ head: null, rows });
          expect(html.match(/<td>/g)).toHaveLength(rows.length * 3);
          expect(html.replace(/<\/?(table|tbody|tr|td)>/g, '')).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});
