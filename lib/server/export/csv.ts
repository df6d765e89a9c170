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
  if (!text) return '';
  // Nearly all are plain, and a million calls have thirty million cells: one look is enough for those.
  return PLAIN.test(text) ? text : quoted(withoutFormula(text));
}

/** One line that starts and ends with what neither formulas nor white space have there, and needs no quotes. */
const PLAIN = /^[A-Za-z0-9](?:[^",\n\v\f\r\u0085\u2028\u2029]*[!#-+\--~])?$/;

/** A cell of JSON on one line: the line breaks that JSON lets stand are escaped, so that the guard leaves it alone. */
export function jsonCell(value: object): Cell {
  const text = JSON.stringify(value);
  return text.length <= EMPTY ? text : quoted(text.replace(JSON_LINE_BREAKS, escaped));
}

/** The length of `{}`. */
const EMPTY = 2;

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
  return FORMULA.test(text) ? `'${text}` : text;
}

const FORMULA = /^[\t\r\n]|(?:^|[\n\v\f\r\u0085\u2028\u2029])[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
