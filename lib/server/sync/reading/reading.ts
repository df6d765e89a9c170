import type { SourcePage } from '@/lib/server/sync/source';

/**
 * Milliseconds since 1970, both included; null means no bound. With an `offset` it is read by offset, and so many of
 * its calls are known already.
 */
export type Window = { from: number | null; to: number | null; offset?: number };

export const EVERYTHING: Window = { from: null, to: null };

/** A page, when it was asked for in milliseconds, and how many calls it could have held. */
export type ReadPage = SourcePage & { at: number; limit: number };

/** Asks for a page of at most `limit` calls; less than that when it is not given or too many. */
export type Ask = (window: Window, offset: number, limit?: number) => Promise<ReadPage>;

/** A page of a window. */
export type Piece = ReadPage & {
  /** What of the window is still to be read; null: nothing. */
  rest: Window | null;
  /** False when calls may have been missed up to here, because they would not stand still. */
  sure: boolean;
};

export function sizeOf({ calls, rejected }: Pick<ReadPage, 'calls' | 'rejected'>): number {
  return calls.length + rejected.length;
}
