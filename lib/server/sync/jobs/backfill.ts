import { toIso } from '@/lib/call/values/instant-bounds';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { Checkpoint } from '@/lib/server/sync/checkpoint';
import type { CheckpointStore } from '@/lib/server/sync/checkpoint-store';
import type { Clock } from '@/lib/server/sync/clock';
import { isBelieved, isMassive, nextShortfall } from '@/lib/server/sync/deletions/shortfall';
import { createSpeed } from '@/lib/server/sync/pace/speed';
import { goesByTime, type Manners } from '@/lib/server/sync/reading/manners';
import { readWindow } from '@/lib/server/sync/reading/read-window';
import { type Ask, EVERYTHING, type Piece, type Window } from '@/lib/server/sync/reading/reading';
import { SMALLEST_LOOK, toldTotal, totalOf } from '@/lib/server/sync/reading/total';
import { highWaterMark } from './high-water-mark';
import type { Job } from './runner';

/** Before a list that ended too soon is read again. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Reads everything for the first time, newest first, a page at a time; goes on where it was left. */
export function createBackfillJob(parts: {
  checkpoints: CheckpointStore;
  ask: Ask;
  clock: Clock;
  manners: Manners;
}): Job & {
  /** Calls per second; null until it can be told. */
  speed(): number | null;
} {
  const { checkpoints, ask, clock, manners } = parts;
  const speed = createSpeed(clock);
  let reading: AsyncGenerator<Piece, void> | undefined;
  let due = Number.NEGATIVE_INFINITY;

  function resume(): Window {
    const { to = null, offset } = checkpoints.checkpoint().backfill ?? {};
    return {
      from: null,
      to: to === null ? null : Date.parse(to),
      ...(offset !== undefined && { offset }),
    };
  }

  async function keep(piece: Piece, start: Window): Promise<void> {
    const { high } = checkpoints.checkpoint();
    const isFirst = start.to === null && high === null;
    const began = isFirst && { upstreamCount: toldTotal(manners, piece), high: firstMark(piece) };
    // The end is noted once it is believed.
    const backfill = piece.rest && restOf(piece.rest);
    const { added } = await checkpoints.keep(piece, { ...began, ...(backfill && { backfill }) });
    speed.add(added);
  }

  /** Where the order says nothing, what is newer than the beginning is left to the look for new calls. */
  function firstMark(piece: Piece): string | null {
    return manners.ordered ? highWaterMark(piece, clock.now(), null).high : toIso(piece.at);
  }

  async function finish(): Promise<void> {
    await checkpoints.figures.refresh();
    const page = await ask(EVERYTHING, 0, SMALLEST_LOOK);
    const total = await totalOf(ask, manners, page);
    const { count } = page;
    const { indexed, rejected } = checkpoints.figures.content();
    const lacks = manners.counts !== false && isMassive(count, indexed + rejected.count);
    const wasByOffset = checkpoints.checkpoint().backfill?.offset !== undefined;
    if (!wasByOffset && (lacks || manners.counts === false))
      return beginAgain({ to: null, offset: 0 });
    if (lacks) await doubt(count, indexed, count - indexed - rejected.count);
    await complete(total);
  }

  async function beginAgain(backfill: Checkpoint['backfill']): Promise<void> {
    reading = undefined;
    await checkpoints.note({ backfill });
  }

  /** @throws {CallscopeError} until the list has ended at the same place often and long enough. */
  async function doubt(count: number, indexed: number, lacking: number): Promise<void> {
    const now = clock.now();
    const shortfall = nextShortfall(checkpoints.checkpoint().shortfall, indexed, now);
    if (isBelieved(shortfall, now)) return;
    await checkpoints.note({ shortfall });
    due = now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (shortfall.reads - 1));
    await beginAgain({ to: null });
    throw new CallscopeError(
      'upstream_invalid_response',
      `HappyRobot counts ${count} calls, but its list ended when ${lacking} of them had not come.`,
    );
  }

  async function complete(upstreamCount: number | null): Promise<void> {
    const { read } = checkpoints.checkpoint();
    await checkpoints.note({
      backfill: null,
      shortfall: null,
      upstreamCount,
      read: { ...read, everything: toIso(clock.now()) },
    });
  }

  async function readOn(): Promise<void> {
    const start = resume();
    reading ??= readWindow(ask, start, manners);
    // Until it is a bit further: whoever fails in the middle of a moment and begins it again has not recovered.
    for (;;) {
      const { value: piece } = await reading.next();
      if (!piece) return;
      await keep(piece, start);
      if (piece.rest === null) return finish();
      // What was read by time before cannot be trusted to be the newest.
      if (piece.rest.offset === 0 && start.to !== null) return beginAgain({ to: null, offset: 0 });
      if (piece.rest.to !== start.to || piece.rest.offset !== start.offset) return;
    }
  }

  /** Where no page but the first can be had and time led to the end, the second look is none. */
  async function readOrDoWithout(): Promise<void> {
    try {
      await readOn();
    } catch (error) {
      reading = undefined;
      const isStuck = isCallscopeError(error) && error.code === 'upstream_ignores_paging';
      if (
        !isStuck ||
        !goesByTime(manners) ||
        checkpoints.checkpoint().backfill?.offset === undefined
      )
        throw error;
      await finish();
    }
  }

  return {
    name: 'backfill',
    speed: () => speed.perSecond(),
    due() {
      if (!checkpoints.isLoaded() || checkpoints.checkpoint().backfill === null)
        return Number.POSITIVE_INFINITY;
      return due;
    },
    async step() {
      await readOrDoWithout();
      if (checkpoints.checkpoint().backfill === null) reading = undefined;
      due = clock.now();
    },
  };
}

function restOf({ to, offset }: Window): NonNullable<Checkpoint['backfill']> {
  return { to: to === null ? null : toIso(to), ...(offset !== undefined && { offset }) };
}
