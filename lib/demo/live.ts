import { composeCall } from './calls/compose';
import { inboundSales } from './calls/desks/carrier-sales';
import { checkCalls } from './calls/desks/check-calls';
import { asOf, type Draft } from './calls/draft';
import { createRandom } from './calls/random';
import type { CallStore } from './store';

/**
 * Lets the demo move: every 20 to 40 seconds a call begins, and those that began earlier end in their time.
 * What is said depends on the seed and on how many came before. Returns the way to stop it.
 */
export function startLiveCalls(store: CallStore, seed: string): () => void {
  let running: Draft[] = [];
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;
  const step = () => {
    const random = createRandom(`${seed}/live/${turn++}`);
    const now = Date.now();
    running.push(composeCall(random, random.pick([inboundSales, checkCalls]), now));
    store.put(running.flatMap((draft) => asOf(draft, now) ?? []));
    running = running.filter(({ endedAt }) => endedAt > now);
    timer = setTimeout(step, random.int(20_000, 40_000));
    timer.unref();
  };
  timer = setTimeout(step, 20_000);
  timer.unref();
  return () => clearTimeout(timer);
}
