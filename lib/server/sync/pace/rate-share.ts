import { toIso } from '@/lib/call/values/instant-bounds';
import { isRejected } from '@/lib/server/errors';
import type { Clock } from '@/lib/server/sync/clock';
import { isEverything, type Manners, observeRefusal } from '@/lib/server/sync/reading/manners';
import { createPageSize } from '@/lib/server/sync/reading/page-size';
import { type Ask, EVERYTHING } from '@/lib/server/sync/reading/reading';
import type { CallSource } from '@/lib/server/sync/source';

/** How often to look whether people still wait for HappyRobot, and how long to let them go first. */
const LOOK_AGAIN_MS = 25;
const LONGEST_YIELD_MS = 10_000;

/** Runs a question when its turn has come. It throws an `AbortError` when the sync stops, and what the question throws. */
export type Politely = <T>(question: () => Promise<T>) => Promise<T>;

/** Asks politely: people go first, and of all the time at most `share` is spent asking. One question at a time. */
export function createPoliteness(parts: {
  source: Pick<CallSource, 'busy'>;
  clock: Clock;
  share: number;
  signal: AbortSignal;
}): Politely {
  const { source, clock, share, signal } = parts;
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

  return async (question) => {
    await turn();
    const at = clock.now();
    try {
      return await question();
    } finally {
      const took = clock.now() - at;
      restUntil = at + took / share;
    }
  };
}

/**
 * Asks for pages. Where HappyRobot refuses questions with bounds and only those, they are asked without.
 * What it makes throws an `AbortError` when the signal aborts, and what the source throws.
 */
export function createAsk(parts: {
  source: Pick<CallSource, 'page'>;
  clock: Clock;
  politely: Politely;
  signal: AbortSignal;
  manners: Manners;
}): Ask {
  const { source, clock, politely, signal, manners } = parts;
  const pageSize = createPageSize();

  const question: Ask = ({ from, to }, offset, limit) =>
    politely(async () => {
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
      }
    });

  /** The same question without bounds; where that is refused as well, the bounds were not the reason. */
  async function unbounded(refusal: unknown, ...rest: [offset: number, limit?: number]) {
    const page = await question(EVERYTHING, ...rest).catch((error: unknown) => {
      throw isRejected(error) ? refusal : error;
    });
    observeRefusal(manners);
    return page;
  }

  return async (window, offset, limit) => {
    if (isEverything(window) || !manners.bounds) return question(EVERYTHING, offset, limit);
    try {
      return await question(window, offset, limit);
    } catch (error) {
      if (!isRejected(error)) throw error;
      return unbounded(error, offset, limit);
    }
  };
}
