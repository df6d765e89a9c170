import type { TimelineResponse } from '@/lib/call/answers/index-responses';

export type Bucket = TimelineResponse['buckets'][number];

/** A stretch of buckets, from where it was begun to where it was led: either can be the earlier one. */
export type Selection = { anchor: number; head: number };

/** The bucket under a point of the strip. */
export function bucketAt(x: number, width: number, count: number): number {
  if (width <= 0) return 0;
  return clamped(Math.floor((x / width) * count), count);
}

/** A step of the keyboard: the head moves, and the anchor with it unless the selection is extended. */
export function stepped(
  { anchor, head }: Selection,
  by: number,
  extend: boolean,
  count: number,
): Selection {
  const next = clamped(head + by, count);
  return { anchor: extend ? anchor : next, head: next };
}

/** First and last bucket of a selection. */
export function edges({ anchor, head }: Selection): [number, number] {
  return anchor < head ? [anchor, head] : [head, anchor];
}

/**
 * The range, both ends inclusive, that a selection asks for. It never reaches beyond the range in force, into which
 * the first and the last bucket may only partly fall.
 */
export function selectedRange(
  buckets: readonly Bucket[],
  selection: Selection,
  within: { from?: string; to?: string },
): { from: string; to: string } | null {
  const [first, last] = edges(selection);
  const [start, end] = [buckets[first]?.start, buckets[last]?.end];
  if (start === undefined || end === undefined) return null;
  const from = Math.max(Date.parse(start), within.from ? Date.parse(within.from) : -Infinity);
  const to = Math.min(Date.parse(end) - 1, within.to ? Date.parse(within.to) : Infinity);
  return from <= to ? { from: iso(from), to: iso(to) } : null;
}

function clamped(index: number, count: number): number {
  return Math.min(Math.max(0, index), Math.max(0, count - 1));
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
