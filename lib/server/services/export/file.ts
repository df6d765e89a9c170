import type { CsvDialect, ExportFormat } from '@/lib/call/query/export-query';
import { callsCsv } from './formats/calls-csv';
import { BYTE_ORDER_MARK } from './formats/csv';
import { focusCsv } from './formats/focus';
import { jsonLines } from './formats/json-lines';
import type { Writer } from './formats/writer';

export type FileOptions = {
  format: ExportFormat;
  bom: boolean;
  dialect: CsvDialect;
  timezone: string;
  currency: string;
};

/** How a file is announced, and who writes it. */
type FileKind = { type: string; extension: string; writer: Writer };

export function fileKind({ format, bom, dialect, timezone, currency }: FileOptions): FileKind {
  if (format === 'jsonl') {
    const type = 'application/x-ndjson; charset=utf-8';
    return { type, extension: 'jsonl', writer: jsonLines };
  }
  const writer = format === 'focus' ? focusCsv(currency, dialect) : callsCsv(timezone, dialect);
  const head = `${bom ? BYTE_ORDER_MARK : ''}${writer.head}`;
  return {
    type: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    writer: { ...writer, head },
  };
}
