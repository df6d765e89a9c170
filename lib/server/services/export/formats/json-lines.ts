import { rowOf } from '@/lib/call/row';
import type { Writer } from './writer';

/** One call a line, as `GET /api/calls` writes it, with how its conversation went where that is known. */
export const jsonLines: Writer = {
  head: '',
  record: (call) => {
    const { measures } = call;
    return `${JSON.stringify({ ...rowOf(call), ...(measures && { measures }) })}\n`;
  },
};
