import type { CheckpointStore } from '@/lib/server/sync/checkpoint-store';
import type { Clock } from '@/lib/server/sync/clock';
import { goesByTime, type Manners, saysItEnds } from '@/lib/server/sync/reading/manners';
import { stepFrom } from '@/lib/server/sync/reading/page-step';
import { readWindow } from '@/lib/server/sync/reading/read-window';
import { type Ask, EVERYTHING, type ReadPage, sizeOf } from '@/lib/server/sync/reading/reading';
import { totalOf } from '@/lib/server/sync/reading/total';
import { highWaterMark } from './high-water-mark';
import type { Job } from './runner';

/** Calls may show up a little later than calls that were created after them. */
const OVERLAP_MS = 5 * 60_000;
/** The first look: most times it reaches back far enough, and it tells how many calls there are in all. */
const FIRST_LOOK = 100;

/** Looks for new calls. Only when all of them were read does the next look begin at the newest. */
export function createNewestJob(parts: {
  checkpoints: CheckpointStore;
  ask: Ask;
  clock: Clock;
  manners: Manners;
  everyMs: number;
  /** Told after each look. */
  looked: () => void;
}): Job & { hurry(): void } {
  const { checkpoints, ask, clock, manners } = parts;
  let due = Number.NEGATIVE_INFINITY;

  async function look(): Promise<void> {
    const page = await ask(EVERYTHING, 0, FIRST_LOOK);
    const upstreamCount = await totalOf(ask, manners, page);
    const high = checkpoints.checkpoint().high;
    if (high !== null) return complete(page, Date.parse(high), upstreamCount);
    // The account was empty until now.
    const backfill = sizeOf(page) > 0 ? { to: null } : null;
    await checkpoints.keep(page, { upstreamCount, backfill, ...through(page, null) });
  }

  async function complete(page: ReadPage, high: number, upstreamCount: number | null) {
    const from = high - OVERLAP_MS;
    const to = reachOf(page, from);
    if (to === 'far enough') {
      await checkpoints.keep(page, { upstreamCount, ...through(page, high) });
      return;
    }
    await checkpoints.keep(page, { upstreamCount });
    let mark = through(page, high);
    for await (const piece of readWindow(ask, { from, to }, manners)) {
      mark = through(piece, mark.high === null ? high : Date.parse(mark.high));
      await checkpoints.keep(piece, piece.rest === null ? mark : {});
    }
  }

  /** Up to where what is newer than `from` is still to be read after the first look; null: all of it. */
  function reachOf(page: ReadPage, from: number): number | null | 'far enough' {
    if (manners.counts === true && saysItEnds(manners, page, 0)) return 'far enough';
    // Every look would read everything: that is left to the re-reading.
    if (!manners.starts && !goesByTime(manners)) return 'far enough';
    if (!goesByTime(manners)) return null;
    const step = stepFrom(page, EVERYTHING);
    if (!('to' in step)) return null;
    return step.to < from ? 'far enough' : step.to;
  }

  function through(page: ReadPage, high: number | null) {
    return highWaterMark(page, clock.now(), high);
  }

  return {
    name: 'newest',
    due() {
      if (!checkpoints.isLoaded()) return Number.POSITIVE_INFINITY;
      // Before the backfill has begun there is nothing to be newer than.
      const { high, backfill } = checkpoints.checkpoint();
      return high === null && backfill !== null ? Number.POSITIVE_INFINITY : due;
    },
    async step() {
      await look();
      due = clock.now() + parts.everyMs;
      await checkpoints.figures.refresh();
      parts.looked();
    },
    hurry() {
      due = Number.NEGATIVE_INFINITY;
    },
  };
}
