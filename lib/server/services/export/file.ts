import type { CsvDialect, ExportColumn, ExportFormat } from '@/lib/call/query/routes/export-query';
import { callsCsv } from './formats/calls-csv';
import { BYTE_ORDER_MARK } from './formats/csv';
import { callCharges } from './formats/focus/call-charges';
import { jsonLines } from './formats/json-lines';
import type { Writer } from './formats/writer';

/** What is written call by call. */
export type CallFormat = Exclude<ExportFormat, 'focus-daily'>;

export type FileOptions = {
  format: CallFormat;
  bom: boolean;
  dialect: CsvDialect;
  /** Of a CSV of calls, where others are wanted than the usual ones. */
  columns?: readonly ExportColumn[] | undefined;
  timezone: string;
  currency: string;
  /** The billing account of all calls, where it is known. */
  organizationId?: string | undefined;
  /** The billing account of calls that do not name theirs. */
  account: string;
};

/** How a file is announced, and who writes it. */
type FileKind = { type: string; extension: string; writer: Writer };

export const CSV = { type: 'text/csv; charset=utf-8; header=present', extension: 'csv' };

export function fileKind(options: FileOptions): FileKind {
  const { format, bom, dialect, columns, timezone, ...costs } = options;
  if (format === 'jsonl') {
    const type = 'application/x-ndjson; charset=utf-8';
    return { type, extension: 'jsonl', writer: jsonLines };
  }
  const writer =
    format === 'focus' ? callCharges({ dialect, ...costs }) : callsCsv(timezone, dialect, columns);
  return { ...CSV, writer: { ...writer, head: headOf(writer.head, bom) } };
}

/** A head with the mark that some spreadsheets want, where it was asked for. */
export function headOf(head: string, bom: boolean): string {
  return bom ? `${BYTE_ORDER_MARK}${head}` : head;
}
