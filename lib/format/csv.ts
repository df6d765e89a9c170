export type CsvCell = string | number | null;

/**
 * Rows as CSV (RFC 4180) with the byte order mark that spreadsheets tell UTF-8 by. Numbers stay numbers, null is an
 * empty cell, and text that a spreadsheet would take for a formula is marked as text.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? decimal(cell) : '';
  const safe = markedText(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Text with a mark where a spreadsheet could take it for a formula. */
export function markedText(text: string): string {
  const parts = text.replace(PART, "$&'");
  return START.test(parts) ? `'${parts}` : parts;
}

/**
 * Where a spreadsheet could see a formula, whether it splits at commas, semicolons or tabs: the text, its lines and
 * what follows a semicolon or a tab, before what a formula begins with, in full width too, after whatever is taken away.
 */
const START = /^(?:[\t\r\n]|(?:[^\S\t\r\n]|\p{Cf})*[=+\-@＝＋－＠])/u;
const PART = /(?:\r\n|[\r\n;\t])(?=(?:[^\S\t\r\n]|[\p{Cf}"])*[=+\-@＝＋－＠])/gu;

/** To the millionth, without the noise of binary fractions and never in the exponent's spelling. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
