import type { Clock } from './clock';
import { highMark } from './high-mark';
import type { Notebook } from './notebook';
import { sizeOf, stepFrom } from './page-step';
import { readWindow } from './read-window';
import type { Ask, ReadPage } from './reading';
import type { Job } from './runner';

/** Calls may show up a little later than calls that were created after them. */
const OVERLAP_MS = 5 * 60_000;
/** The first look: most times it reaches back far enough, and it tells how many calls there are in all. */
const FIRST_LOOK = 100;
const EVERYTHING = { from: null, to: null };

/** Looks for new calls. Only when all of them were read does the next look begin at the newest. */
export function createNewestJob(parts: {
  notebook: Notebook;
  ask: Ask;
  clock: Clock;
  everyMs: number;
}): Job & { hurry(): void } {
  const { notebook, ask, clock } = parts;
  let due = Number.NEGATIVE_INFINITY;

  async function look(): Promise<void> {
    const page = await ask(EVERYTHING, 0, FIRST_LOOK);
    const high = notebook.checkpoint().high;
    if (high !== null) return complete(page, Date.parse(high));
    // The account was empty until now.
    const backfill = sizeOf(page) < page.count ? EVERYTHING : null;
    await notebook.keep(page, { upstreamCount: page.count, backfill, ...through(page, null) });
  }

  async function complete(page: ReadPage, high: number): Promise<void> {
    const from = high - OVERLAP_MS;
    const upstreamCount = page.count;
    const step = sizeOf(page) >= page.count ? 'done' : stepFrom(page, EVERYTHING);
    const to = step !== 'done' && 'to' in step ? step.to : null;
    if (step === 'done' || (to !== null && to < from)) {
      await notebook.keep(page, { upstreamCount, ...through(page, high) });
      return;
    }
    await notebook.keep(page, { upstreamCount });
    for await (const piece of readWindow(ask, { from, to })) {
      await notebook.keep(piece, piece.rest === null ? through(page, high) : {});
    }
  }

  function through(page: ReadPage, high: number | null) {
    return highMark(page, clock.now(), high);
  }

  return {
    name: 'newest',
    due() {
      if (!notebook.isLoaded()) return Number.POSITIVE_INFINITY;
      // Before the backfill has begun there is nothing to be newer than.
      const { high, backfill } = notebook.checkpoint();
      return high === null && backfill !== null ? Number.POSITIVE_INFINITY : due;
    },
    async step() {
      await look();
      due = clock.now() + parts.everyMs;
      await notebook.figures.refresh();
    },
    hurry() {
      due = Number.NEGATIVE_INFINITY;
    },
  };
}
