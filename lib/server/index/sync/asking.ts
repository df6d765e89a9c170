import type { Clock } from './clock';
import { toIso } from './instant';
import { createPageSize } from './page-size';
import type { Ask } from './reading';
import type { CallSource } from './source';

/** How often to look whether people still wait for HappyRobot, and how long to let them go first. */
const LOOK_AGAIN_MS = 25;
const LONGEST_YIELD_MS = 10_000;

/**
 * Asks politely: people go first, and of all the time at most `share` is spent asking. One question at a time.
 * What it makes throws an `AbortError` when the signal aborts, and what the source throws.
 */
export function createAsk(parts: {
  source: CallSource;
  clock: Clock;
  share: number;
  signal: AbortSignal;
}): Ask {
  const { source, clock, share, signal } = parts;
  const pageSize = createPageSize();
  let restUntil = Number.NEGATIVE_INFINITY;

  async function turn(): Promise<void> {
    const rest = restUntil - clock.now();
    if (rest > 0) await clock.sleep(rest, signal);
    const patience = clock.now() + LONGEST_YIELD_MS;
    while (source.busy() > 0 && clock.now() < patience && !signal.aborted) {
      await clock.sleep(LOOK_AGAIN_MS, signal);
    }
    signal.throwIfAborted();
  }

  return async ({ from, to }, offset, limit) => {
    await turn();
    const at = clock.now();
    const most = Math.min(limit ?? Number.POSITIVE_INFINITY, pageSize.current());
    try {
      const page = await source.page(
        {
          from: from === null ? null : toIso(from),
          to: to === null ? null : toIso(to),
          limit: most,
          offset,
        },
        signal,
      );
      pageSize.succeeded();
      return { ...page, at, limit: most };
    } catch (error) {
      pageSize.failed(error);
      throw error;
    } finally {
      const took = clock.now() - at;
      restUntil = at + took / share;
    }
  };
}
