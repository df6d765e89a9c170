import { hasOwnTime } from '@/lib/call/odd/odd';
import { ceilingOf, floorOf } from '@/lib/call/values/instant-bounds';
import { disorderOf } from './manners';
import type { ReadPage, Window } from './reading';

/** So many calls of a page come again with the next one, at most: they show that nothing is left out in between. */
const SHARED = 20;
const SHARED_PART = 1 / 10;

/** Where reading goes on: up to an earlier moment, or below a moment that has to be paged by offset. */
type Step = { to: number; shared: ReadonlySet<string> } | { below: number | null };

/** Where reading goes on after a page that did not hold everything and is in order. */
export function stepFrom(page: ReadPage, { from, to }: Window): Step {
  // No call of the page says when it was made, so none says where in time it ends.
  const dated = page.calls.filter(hasOwnTime);
  if (dated.length === 0) return { below: null };
  const times = dated.map(({ created }) => ceilingOf(created)).sort((a, b) => a - b);
  const oldest = times[0] ?? 0;
  const last = times[Math.min(SHARED, Math.floor(times.length * SHARED_PART))] ?? oldest;
  const next = Math.max(last, oldest + disorderOf(page));
  const upTo = [next, oldest + disorderOf(page)].find((each) => to === null || each < to);
  if (upTo !== undefined) return { to: upTo, shared: idsUpTo(page, upTo) };
  const lowest = dated.reduce((low, { created }) => Math.min(low, floorOf(created)), oldest);
  // One millisecond less: whatever lies between two of them is in the part that is paged by offset.
  const below = Math.min(lowest, to ?? lowest) - 1;
  return { below: from !== null && below <= from ? null : below };
}

function idsUpTo({ calls }: ReadPage, time: number): ReadonlySet<string> {
  return new Set(calls.filter(({ created }) => ceilingOf(created) <= time).map(({ id }) => id));
}
