import type { CsvDialect } from '@/lib/call/query/routes/export-query';
import { withoutFormula } from '@/lib/format/formulas';

/** A cell as it is written; nothing where the value is missing. */
export type Cell = string;

/** A mark at the start of a file that tells spreadsheets it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One record of a CSV file as RFC 4180 has it. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.join(',')}\r\n`;
}

/** Writes text from outside as a cell. */
export type TextCell = (text: string | null | undefined) => Cell;

/** Cells for whom the file is for: a spreadsheet takes text for a formula, a program wants it as it is. */
export function textCells(dialect: CsvDialect): TextCell {
  const safe = dialect === 'spreadsheet' ? withoutFormula : (text: string) => text;
  return (text) => {
    if (!text) return '';
    // Nearly all are plain, and a million calls have thirty million cells: one look is enough for those.
    return PLAIN.test(text) ? text : quoted(safe(text));
  };
}

/** One line that starts and ends with what neither formulas nor white space have there, and needs no quotes. */
const PLAIN = /^[A-Za-z0-9](?:[^",;\t\n\v\f\r\u0085\u2028\u2029]*[!#-+\--~])?$/;

/**
 * A cell of JSON on one line, which stays JSON: the line breaks that JSON lets stand are escaped, and semicolons after
 * which a spreadsheet would see a formula, should it split there.
 */
export function jsonCell(value: object): Cell {
  const text = JSON.stringify(value);
  return text.length <= EMPTY ? text : quoted(text.replace(JSON_SPLITS, escaped));
}

/** The length of `{}`. */
const EMPTY = 2;

const JSON_SPLITS = /[\u0085\u2028\u2029]|;(?=[\s\p{Cf}\p{Cc}"\\]*[=+\-@＝＋－＠])/gu;

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
