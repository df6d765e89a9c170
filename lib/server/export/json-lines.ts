import * as z from 'zod/mini';
import { callRowSchema } from '@/lib/call/call';
import type { Writer } from './writer';

const schema = z.compile(callRowSchema);

/** One call a line, as `GET /api/calls` writes it: held to the same schema, so that nothing else leaves. */
export const jsonLines: Writer = {
  head: '',
  record: (call) => `${JSON.stringify(z.parse(schema, call))}\n`,
};
