/**
 * Neighbours are packed together, a line of JSON each. A block of so many usually stays under 4 kB: the engine keeps
 * longer values apart, and reads them ten times slower where a page needs blocks from all over the index.
 */
export const CALLS_OF_BLOCK = 8;

/** The block that a place is in. */
export function blockOf(place: number): number {
  return Math.floor(place / CALLS_OF_BLOCK);
}

/** The line of a place in its block. */
export function slotOf(place: number): number {
  return place % CALLS_OF_BLOCK;
}
