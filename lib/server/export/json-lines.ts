import type { CallRow } from '@/lib/call/call';
import type { Writer } from './writer';

/** One call a line, as `GET /api/calls` writes it; the index holds its rows to the same schema. */
export const jsonLines: Writer<CallRow> = {
  head: '',
  record: (call) => `${JSON.stringify(call)}\n`,
};
