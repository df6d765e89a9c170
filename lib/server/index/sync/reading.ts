import type { SourcePage } from './source';

/** Milliseconds since 1970, both included; null means no bound. */
export type Window = { from: number | null; to: number | null };

/** A page and when it was asked for, in milliseconds. */
export type ReadPage = SourcePage & { at: number };

/** Asks for a page of at most `limit` calls; less than that when it is not given or too many. */
export type Ask = (window: Window, offset: number, limit?: number) => Promise<ReadPage>;

/** A page of a window. */
export type Piece = ReadPage & {
  /** What of the window is still to be read; null: nothing. */
  rest: Window | null;
  /** False when calls may have been missed up to here, because they would not stand still. */
  sure: boolean;
};
