/** A cell as it is written; nothing where the value is missing. */
export type Cell = string;

/** A mark at the start of a file that tells spreadsheets it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One record of a CSV file as RFC 4180 has it. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.join(',')}\r\n`;
}

/** A cell of text from outside. */
export function textCell(text: string | null | undefined): Cell {
  return text ? quoted(withoutFormula(text)) : '';
}

/** A cell of JSON on one line: the line breaks that JSON lets stand are escaped, so that the guard leaves it alone. */
export function jsonCell(value: object): Cell {
  return quoted(JSON.stringify(value).replace(JSON_LINE_BREAKS, escaped));
}

const JSON_LINE_BREAKS = /[\u0085\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** White space at either end is kept by quotes: some readers trim bare cells. */
function quoted(text: string): string {
  const bare = !NEEDS_QUOTES.test(text) && !isSpace(text, 0) && !isSpace(text, text.length - 1);
  return bare ? text : `"${text.replaceAll('"', '""')}"`;
}

const NEEDS_QUOTES = /[",\r\n]/;

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code >= 128 && /\s/.test(text.charAt(at)));
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before it where any of its lines starts, after
 * white space and invisible characters, with what formulas start with, in ASCII or full width, or the text itself
 * starts with a tab or a line break.
 */
export function withoutFormula(text: string): string {
  // Nearly all cells are one line that starts with a letter or digit, and a million calls have thirty million cells.
  if (HARMLESS_START.test(text) && !LINE_BREAK.test(text)) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

const HARMLESS_START = /^[A-Za-z0-9{[]/;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const FORMULA = /^[\t\r\n]|(?:^|[\n\v\f\r\u0085\u2028\u2029])[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
