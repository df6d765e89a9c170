import { setImmediate as others } from 'node:timers/promises';

/** Nobody waits longer than about this for what is done in one go. */
const SLICE_MS = 8;

/** Does something with each item; others have their turn in between. */
export async function forEachYielding<T>(
  items: Iterable<T>,
  run: (item: T) => void,
): Promise<void> {
  let started = performance.now();
  for (const item of items) {
    run(item);
    if (performance.now() - started < SLICE_MS) continue;
    await others();
    started = performance.now();
  }
}
