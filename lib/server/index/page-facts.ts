import type { Call } from '@/lib/call/call';
import { type Facts, factsOf } from './facts';
import { inTurns } from './in-turns';

/** The facts of calls, each call once, as it came last; others have their turn in between. */
export async function factsOfCalls(calls: readonly Call[]): Promise<Facts[]> {
  const facts = new Map<string, Facts>();
  await inTurns(calls, (call) => facts.set(call.id, factsOf(call)));
  return [...facts.values()];
}
