import { setImmediate as others } from 'node:timers/promises';
import type { Call } from '@/lib/call/call';
import { type Facts, factsOf } from './facts';

/** Nobody waits longer than about this for a page to be read. */
const SLICE_MS = 8;

/** The facts of calls, each call once, as it came last; others have their turn in between. */
export async function factsOfCalls(calls: readonly Call[]): Promise<Facts[]> {
  const facts = new Map<string, Facts>();
  let started = performance.now();
  for (const call of calls) {
    facts.set(call.id, factsOf(call));
    if (performance.now() - started < SLICE_MS) continue;
    await others();
    started = performance.now();
  }
  return [...facts.values()];
}
