import { withoutFormula } from './formulas';

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
  const safe = withoutFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** To the millionth, without the noise of binary fractions and never in the exponent's spelling. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
