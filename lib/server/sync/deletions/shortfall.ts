import { toIso } from '@/lib/call/values/instant-bounds';
import type { Checkpoint } from '@/lib/server/sync/checkpoint';

type Shortfall = NonNullable<Checkpoint['shortfall']>;

/** So many calls, or such a part of them, may be gone by the time the backfill ends. */
const HANDFUL = 10;
const LARGEST_SHARE = 0.2;

/** A list that ends too soon is believed after so many readings over so long a time. */
const READS = 3;
const SPAN_MS = 10 * 60_000;
/** Readings agree when they end with about as many calls. */
const SAME_SHARE = 0.01;

/** Whether far more calls are counted than came. */
export function isMassive(count: number, came: number): boolean {
  return count - came > HANDFUL && count - came > count * LARGEST_SHARE;
}

/** What is known of the shortfall after one more reading of everything. */
export function nextShortfall(before: Shortfall | null, indexed: number, now: number): Shortfall {
  const isSame = before !== null && Math.abs(indexed - before.indexed) <= indexed * SAME_SHARE;
  return isSame ? { ...before, reads: before.reads + 1 } : { reads: 1, since: toIso(now), indexed };
}

export function isBelieved({ reads, since }: Shortfall, now: number): boolean {
  return reads >= READS && now - Date.parse(since) >= SPAN_MS;
}
