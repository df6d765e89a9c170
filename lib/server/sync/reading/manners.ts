import { hasOwnTime } from '@/lib/call/odd/odd';
import { ceilingOf } from '@/lib/call/values/instant-bounds';
import { type ReadPage, sizeOf, type Window } from './reading';

/** Records made within one second may come in the order of something else, such as their ids. */
const MAX_DISORDER_MS = 60_000;
/** How much coarser than ours the other side's look at the bounds may be. */
const BOUND_SLACK_MS = 1_000;

/** What HappyRobot was caught at, for all who read; it is taken to be as documented until then. */
export type Manners = {
  /** Questions with `from` or `to` are answered; otherwise they have to be asked without. */
  bounds: boolean;
  /** No page reaches before the `from` that was asked for. */
  starts: boolean;
  /** No page reaches beyond the `to` that was asked for: reading can go on from a moment. */
  ends: boolean;
  /** The newest calls come first. */
  ordered: boolean;
  /** The count tells how many calls there are; null: nobody has seen where the calls end. */
  counts: boolean | null;
  /**
   * The count comes from HappyRobot: one that is missing is put at a single call more than came, at most. Null: no page
   * has shown it.
   */
  told: boolean | null;
  /** How many calls it last counted in all. */
  total: number | null;
};

export function goodManners(): Manners {
  return {
    bounds: true,
    starts: true,
    ends: true,
    ordered: true,
    counts: null,
    told: null,
    total: null,
  };
}

/** Whether reading can go on from the moment that a page ended with. */
export function goesByTime({ ends, ordered }: Manners): boolean {
  return ends && ordered;
}

/** How long before an earlier one of its page a call was created at most. */
export function disorderOf({ calls }: Pick<ReadPage, 'calls'>): number {
  let oldest = Number.POSITIVE_INFINITY;
  let disorder = 0;
  for (const { created } of calls.filter(hasOwnTime)) {
    const time = ceilingOf(created);
    disorder = Math.max(disorder, time - oldest);
    oldest = Math.min(oldest, time);
  }
  return disorder;
}

/** Takes note of what a page shows. */
export function observe(manners: Manners, page: ReadPage, window: Window, offset: number): void {
  const { from, to } = window;
  if (isEverything(window)) manners.total = page.count;
  for (const { created } of page.calls.filter(hasOwnTime)) {
    const time = ceilingOf(created);
    if (to !== null && time > to + BOUND_SLACK_MS) manners.ends = false;
    if (from !== null && time < from - BOUND_SLACK_MS) manners.starts = false;
  }
  if (disorderOf(page) > MAX_DISORDER_MS) manners.ordered = false;
  if (sizeOf(page) > 0 && page.count < offset + sizeOf(page)) manners.counts = false;
  if (page.count > offset + sizeOf(page) + 1) manners.told = true;
}

/** Takes note that questions with bounds are refused: what comes without them is as if they were ignored. */
export function observeRefusal(manners: Manners): void {
  Object.assign(manners, { bounds: false, starts: false, ends: false });
}

/** Takes note of a list that was read twice with the same outcome and fewer calls than it counts. */
export function observeShort(manners: Manners, page: ReadPage, window: Window): void {
  // It counts what it was not asked for. Otherwise calls are missing, and it is right.
  if (!isEverything(window) && page.count === manners.total) manners.counts = false;
}

/** Whether a window has no bounds. */
export function isEverything({ from, to }: Pick<Window, 'from' | 'to'>): boolean {
  return from === null && to === null;
}

/** Whether a page reaches back to before its window, so that all of the window came before. */
export function reachesPast(manners: Manners, { calls }: ReadPage, { from }: Window): boolean {
  if (from === null || !manners.ordered) return false;
  return calls.some((call) => hasOwnTime(call) && ceilingOf(call.created) < from - BOUND_SLACK_MS);
}

/** Whether a page ends its list as far as it says: one that is full may only have been cut there. */
export function saysItEnds(manners: Manners, page: ReadPage, offset: number): boolean {
  return (
    manners.counts !== false && offset + sizeOf(page) >= page.count && sizeOf(page) < page.limit
  );
}
