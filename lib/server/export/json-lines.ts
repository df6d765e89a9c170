import type { Writer } from './writer';

/** One call a line, as `GET /api/calls` writes it; the index holds its rows to the same schema. */
export const jsonLines: Writer = {
  head: '',
  record: (call) => `${JSON.stringify(call)}\n`,
};
