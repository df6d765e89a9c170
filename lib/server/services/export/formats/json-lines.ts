import { rowOf } from '@/lib/call/row';
import type { Writer } from './writer';

/** One call a line, as `GET /api/calls` writes it. */
export const jsonLines: Writer = {
  head: '',
  record: (call) => `${JSON.stringify(rowOf(call))}\n`,
};
