import type { Call } from '@/lib/call/call';
import { dayNumber, HOUR_MS } from './calls/central-time';
import { createDay } from './calls/day';
import { asOf } from './calls/draft';
import { createPending } from './calls/pending';

/** How many calls the demo shows unless told otherwise. */
export const DEMO_CALL_COUNT = 12_993;

type GenerateOptions = {
  seed: string;
  /** Milliseconds since 1970. */
  now: number;
  count: number;
};

/**
 * The newest `count` calls at the start of the current UTC hour, newest first; 12,993 of them cover the last
 * 116 to 120 days. The same seed in the same hour gives the same bytes; from one hour or day to the next a
 * call that is over stays as it was but for notes and ratings written since. Only the handful of calls that
 * are scheduled, queued or starting ({@link createPending}) belong to their hour.
 */
export function generateCalls({ seed, now, count }: GenerateOptions): Call[] {
  const cutoff = now - (now % HOUR_MS);
  const pending = createPending(seed, cutoff).slice(0, count);
  const rest = newestCalls(seed, cutoff, count - pending.length);
  return [...pending, ...rest].sort(newestFirst);
}

/** Newest first; calls of one instant by id, so that the order is total. */
function newestFirst(a: Call, b: Call): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function newestCalls(seed: string, cutoff: number, count: number): Call[] {
  const calls: Call[] = [];
  let enough = false;
  for (let day = dayNumber(cutoff); !enough; day--) {
    // Once there are enough, one more day: its last attempts can be newer than the next day's first calls.
    enough = calls.length >= count;
    for (const draft of createDay(seed, day)) {
      const call = asOf(draft, cutoff);
      if (call) calls.push(call);
    }
  }
  return calls.sort(newestFirst).slice(0, count);
}
