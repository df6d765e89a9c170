import type { CsvDialect } from '@/lib/call/query/routes/export-query';
import { type Cell, jsonCell, type TextCell } from './csv';

/** Several texts in one text or one cell, so that they can be taken apart again. */

/**
 * Values separated by `; `. One that is empty, holds a semicolon, a quote or a control character, or has white space
 * around it is written as JSON has it, in quotes: `vip; "a;b"; "say \"hi\""`. What starts with a quote ends with one.
 */
export function listText(values: readonly string[]): string {
  return values.map((value) => (BARE.test(value) ? value : JSON.stringify(value))).join('; ');
}

const BARE = /^[^\s;"\p{Cc}](?:[^;"\p{Cc}\u2028\u2029]*[^\s;"\p{Cc}])?$/u;

/** Writes what a call has several of; nothing where it is not known whether there are any. */
export type ListCell = (values: readonly string[] | null | undefined) => Cell;

/** For a program a JSON array, also of none; for a spreadsheet {@link listText}. */
export function listCells(dialect: CsvDialect, text: TextCell): ListCell {
  if (dialect === 'exact') return (values) => (values ? jsonCell(values) : '');
  return (values) => text(values && listText(values));
}
