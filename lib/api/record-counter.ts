import type { ExportFormat } from '@/lib/call/query/routes/export-query';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** Counts the records of a file while its bytes arrive; a line break inside of quotes ends none. */
export type RecordCounter = { add: (bytes: Uint8Array) => void; records: () => number };

export function createRecordCounter(format: ExportFormat): RecordCounter {
  let ended = 0;
  let quoted = false;
  // The names of the columns are a record of the file but none of the data.
  const heads = format === 'jsonl' ? 0 : 1;
  // In JSON Lines quotes may be escaped in other ways, but a line break is always the end of a line.
  const quote = format === 'jsonl' ? -1 : QUOTE;
  return {
    add(bytes) {
      for (const byte of bytes) {
        if (byte === quote) quoted = !quoted;
        else if (byte === LINE_FEED && !quoted) ended += 1;
      }
    },
    records: () => Math.max(0, ended - heads),
  };
}
