import { closed, floorOf } from '@/lib/call/values/instant-bounds';
import type { IndexStore } from '@/lib/server/index/store';
import type { CheckpointStore } from '@/lib/server/sync/checkpoint-store';
import type { Clock } from '@/lib/server/sync/clock';
import type { Log } from '@/lib/server/sync/log';
import { goesByTime, type Manners } from '@/lib/server/sync/reading/manners';
import { readWindow } from '@/lib/server/sync/reading/read-window';
import { type Ask, EVERYTHING, type Window } from '@/lib/server/sync/reading/reading';
import type { Job } from './runner';

/** A call that is on its way into the index is not missing yet. */
const PATIENCE_MS = 60_000;
/** After a search that did not find all: the wait doubles. */
const FIRST_WAIT_MS = 3_600_000;
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** So many windows are counted in one search, and one of so few calls is read instead. */
const MOST_WINDOWS = 100;
const FEW = 500;

/**
 * Searches for calls that HappyRobot counts and the index does not have, such as those that show up with an earlier
 * date: counts on both sides, of ever smaller windows, lead to them.
 */
export function createSearchJob(parts: {
  store: IndexStore;
  checkpoints: CheckpointStore;
  ask: Ask;
  clock: Clock;
  log: Log;
  manners: Manners;
}): Job & {
  /** Compares the counts after a look for new calls. */
  compare(): void;
  /** How many calls the index lacks for longer than a moment. */
  missing(): number;
} {
  const { store, checkpoints, ask, clock, log, manners } = parts;
  let lacking: { since: number; calls: number } | undefined;
  let due = Number.POSITIVE_INFINITY;
  let wait = FIRST_WAIT_MS;

  function difference(): number {
    const { upstreamCount, backfill } = checkpoints.checkpoint();
    if (backfill !== null || upstreamCount === null || manners.counts === false) return 0;
    const { indexed, rejected } = checkpoints.figures.content();
    return upstreamCount - indexed - rejected.count;
  }

  async function lacksIn(window: Window): Promise<{ lacks: number; counted: number }> {
    const [from, to] = closed(window.from, window.to);
    const { count: known } = await store.page({ from, to, limit: 1, timezone: 'UTC' });
    const { count: counted } = await ask(window, 0, 1);
    return { lacks: counted - known, counted };
  }

  /** The moment in the middle of the calls that the index has of a window; null: it cannot be parted. */
  async function middleOf({ from, to }: Window): Promise<number | null> {
    const [first, last] = closed(from, to);
    const query = { from: first, to: last, timezone: 'UTC' };
    const { count } = await store.page({ ...query, limit: 1 });
    const { calls } = await store.page({ ...query, limit: 1, offset: Math.floor(count / 2) });
    const middle = calls[0] === undefined ? null : floorOf(calls[0].created);
    return middle === null || middle === from || middle === to ? null : middle;
  }

  async function search(): Promise<void> {
    const windows: Window[] = [EVERYTHING];
    for (let counted = 0; counted < MOST_WINDOWS; counted += 1) {
      const window = windows.pop();
      if (window === undefined) return;
      const found = await lacksIn(window);
      if (found.lacks <= 0) continue;
      const middle = found.counted <= FEW ? null : await middleOf(window);
      if (middle === null) {
        for await (const piece of readWindow(ask, { ...window, offset: 0 }, manners))
          await checkpoints.keep(piece);
      } else {
        windows.push({ from: window.from, to: middle }, { from: middle, to: window.to });
      }
    }
  }

  return {
    name: 'search',
    missing: () => (lacking && clock.now() - lacking.since >= PATIENCE_MS ? lacking.calls : 0),
    compare() {
      const calls = difference();
      if (calls <= 0) {
        lacking = undefined;
        due = Number.POSITIVE_INFINITY;
        wait = FIRST_WAIT_MS;
        return;
      }
      const isMore = calls > (lacking?.calls ?? 0);
      if (isMore) {
        wait = FIRST_WAIT_MS;
        due = Math.min(due, clock.now() + PATIENCE_MS);
      }
      lacking = { since: lacking?.since ?? clock.now(), calls };
    },
    due: () => due,
    async step() {
      const before = checkpoints.figures.content().indexed;
      due = clock.now() + wait;
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
      // Where bounds are not heeded, no window can be counted.
      if (!manners.starts || !goesByTime(manners)) {
        await checkpoints.note({ everything: { to: null } });
        return;
      }
      await search();
      await checkpoints.figures.refresh();
      const found = checkpoints.figures.content().indexed - before;
      log.info(
        { missing: lacking?.calls ?? 0, found },
        'calls that were missing were searched for',
      );
    },
  };
}
