import { CallscopeError } from '@/lib/server/errors';
import { ceilingOf, floorOf } from './instant';
import type { ReadPage, Window } from './reading';

/** Records made within one second may come in the order of something else, such as their ids. */
const MAX_DISORDER_MS = 60_000;
/** How much coarser than ours the other side's look at the bounds may be. */
const BOUND_SLACK_MS = 1_000;

/** Where reading goes on: up to an earlier moment, or below a moment that has to be paged by offset. */
type Step = { to: number } | { below: number | null };

export function sizeOf({ calls, rejected }: Pick<ReadPage, 'calls' | 'rejected'>): number {
  return calls.length + rejected.length;
}

/**
 * Where reading goes on after a page that did not hold everything.
 * @throws {CallscopeError} `upstream_invalid_response` when the page is not what was asked for.
 */
export function stepFrom(page: ReadPage, { from, to }: Window): Step {
  if (sizeOf(page) === 0) throw contradiction(`sent none of the ${page.count} calls it counts`);
  let newest = Number.NEGATIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  let disorder = 0;
  for (const { created } of page.calls) {
    const time = ceilingOf(created);
    disorder = Math.max(disorder, time - oldest);
    newest = Math.max(newest, time);
    oldest = Math.min(oldest, time);
    lowest = Math.min(lowest, floorOf(created));
  }
  // No call of the page can be read, so none says where in time it ends.
  if (page.calls.length === 0) return { below: null };
  if (disorder > MAX_DISORDER_MS) throw contradiction('did not send the newest calls first');
  if (to !== null && newest > to + BOUND_SLACK_MS)
    throw contradiction('ignored the end of the range asked for');
  if (from !== null && oldest < from - BOUND_SLACK_MS)
    throw contradiction('ignored the start of the range asked for');
  const next = oldest + disorder;
  if (to === null || next < to) return { to: next };
  // One millisecond less: whatever lies between two of them is in the part that is paged by offset.
  const below = lowest - 1;
  return { below: from !== null && below <= from ? null : below };
}

function contradiction(what: string): CallscopeError {
  return new CallscopeError('upstream_invalid_response', `HappyRobot ${what}.`);
}
