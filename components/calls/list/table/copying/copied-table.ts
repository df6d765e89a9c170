import { withoutFormula } from '@/lib/format/formulas';

/** What is copied: rows of texts, and what their columns are called where they have names. */
export type CopiedTable = { head: readonly string[] | null; rows: readonly (readonly string[])[] };

/**
 * Cells between tabs, as spreadsheets and editors take them. No cell holds a tab or a line break, and none is taken
 * for a formula.
 */
export function asTabbedText({ head, rows }: CopiedTable): string {
  return [...(head ? [head] : []), ...rows].map((row) => row.map(pasted).join('\t')).join('\n');
}

/** A plain table, for what takes more than text: spreadsheets look for formulas in it, too. */
export function asHtml({ head, rows }: CopiedTable): string {
  const line = (tag: 'td' | 'th') => (cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(pasted(cell))}</${tag}>`).join('')}</tr>`;
  const headLine = head ? `<thead>${line('th')(head)}</thead>` : '';
  return `<table>${headLine}<tbody>${rows.map(line('td')).join('')}</tbody></table>`;
}

/** A cell as it can be pasted into a spreadsheet, marked as it is in a CSV file; a number stays as it is seen. */
function pasted(text: string): string {
  const line = oneLine(text);
  return NUMBER.test(line) && !PHONE_NUMBER.test(line) ? line : withoutFormula(line);
}

/** A plain amount or share. */
const NUMBER = /^[+\-−]?\p{Sc}?\d[\d,]*(\.\d+)?\s?%?$/u;
/** Guarded as in a CSV file: a spreadsheet would make a number of it. */
const PHONE_NUMBER = /^\+\d{7,}/;

/** White space as it is seen. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
