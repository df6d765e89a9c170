/** A cell's content: text from outside, a number that was written here, or nothing. */
export type Cell = { text: string } | { number: string } | null;

/** A mark at the start of a file that tells spreadsheets it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One record of a CSV file as RFC 4180 has it. A missing value is an empty cell. */
export function csvRecord(cells: readonly Cell[]): string {
  let record = '';
  let separator = '';
  for (const cell of cells) {
    record += separator + written(cell);
    separator = ',';
  }
  return `${record}\r\n`;
}

/** A cell of text; what is missing or empty is an empty cell. */
export function textCell(text: string | null | undefined): Cell {
  return text ? { text } : null;
}

/** A cell of JSON on one line: the line breaks that JSON lets stand are escaped, so that the guard leaves it alone. */
export function jsonCell(value: unknown): Cell {
  const text = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { text };
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return 'number' in cell ? cell.number : quoted(withoutFormula(cell.text));
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** White space at either end is kept by quotes: some readers trim bare cells. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before it where any of its lines starts, after
 * white space and invisible characters, with what formulas start with, in ASCII or full width, or the text itself
 * starts with a tab or a line break.
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

const FORMULA = /^[\t\r\n]|(?:^|[\r\n\v\f\u0085\u2028\u2029])[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
