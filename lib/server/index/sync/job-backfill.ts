import { CallscopeError } from '@/lib/server/errors';
import type { Clock } from './clock';
import { highMark } from './high-mark';
import { toIso } from './instant';
import type { Notebook } from './notebook';
import { readWindow } from './read-window';
import type { Ask, Piece, Window } from './reading';
import type { Job } from './runner';
import { createSpeed } from './speed';

/** So many calls, or such a part of them, may be gone by the time the backfill ends. */
const HANDFUL = 10;
const LARGEST_SHARE = 0.2;

/** Reads everything for the first time, newest first, a page at a time; goes on where it was left. */
export function createBackfillJob(parts: { notebook: Notebook; ask: Ask; clock: Clock }): Job & {
  /** Calls per second; null until it can be told. */
  speed(): number | null;
} {
  const { notebook, ask, clock } = parts;
  const speed = createSpeed(clock);
  let reading: AsyncGenerator<Piece, void> | undefined;
  let due = Number.NEGATIVE_INFINITY;

  function resume(): Window {
    const { to = null } = notebook.checkpoint().backfill ?? {};
    return { from: null, to: to === null ? null : Date.parse(to) };
  }

  async function keep(piece: Piece, isFirst: boolean): Promise<void> {
    const { high } = notebook.checkpoint();
    const began = isFirst && {
      upstreamCount: piece.count,
      ...highMark(piece, clock.now(), high === null ? null : Date.parse(high)),
    };
    const to = piece.rest?.to ?? null;
    // The end is noted once it is believed.
    const backfill = piece.rest && { to: to === null ? null : toIso(to) };
    const { added } = await notebook.keep(piece, { ...began, ...(backfill && { backfill }) });
    speed.add(added);
  }

  async function finish(): Promise<void> {
    await notebook.figures.refresh();
    const { upstreamCount, read } = notebook.checkpoint();
    const { indexed, rejected } = notebook.figures.content();
    const lacking = (upstreamCount ?? 0) - indexed - rejected.count;
    if (lacking > HANDFUL && lacking > (upstreamCount ?? 0) * LARGEST_SHARE) {
      throw new CallscopeError(
        'upstream_invalid_response',
        `HappyRobot counts ${upstreamCount} calls, but its list ended when ${lacking} of them had not come.`,
      );
    }
    await notebook.note({ backfill: null, read: { ...read, everything: toIso(clock.now()) } });
  }

  async function readOn(): Promise<void> {
    const start = resume();
    reading ??= readWindow(ask, start);
    const { value: piece } = await reading.next();
    if (!piece) return;
    const isFirst = start.to === null;
    await keep(piece, isFirst);
    if (piece.rest === null) await finish();
  }

  return {
    name: 'backfill',
    speed: () => speed.perSecond(),
    due() {
      if (!notebook.isLoaded() || notebook.checkpoint().backfill === null)
        return Number.POSITIVE_INFINITY;
      return due;
    },
    async step() {
      try {
        await readOn();
      } catch (error) {
        reading = undefined;
        throw error;
      }
      if (notebook.checkpoint().backfill === null) reading = undefined;
      due = clock.now();
    },
  };
}
