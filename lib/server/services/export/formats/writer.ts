import type { CallRow } from '@/lib/call/call';

/** Turns calls into the text of a file, one call at a time. */
export type Writer = {
  /** What the file starts with. */
  head: string;
  /** The lines of one call, each ended; empty when it has none. */
  record: (call: CallRow) => string;
};
