/** Turns calls, or what of them a file shows, into the text of the file, one call at a time. */
export type Writer<Shown> = {
  /** What the file starts with. */
  head: string;
  /** The lines of one call, each ended; empty when it has none. */
  record: (call: Shown) => string;
};
