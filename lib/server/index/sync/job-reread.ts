import type { IndexStore } from '../store';
import { type Absences, createAbsences } from './absences';
import type { Checkpoint } from './checkpoint';
import type { Clock } from './clock';
import { toIso } from './instant';
import type { Notebook } from './notebook';
import type { Ask, Window } from './reading';
import { rereadSlice } from './rereading';
import type { Job } from './runner';

/** A range that is read again now and then. */
export type Range = {
  name: keyof Checkpoint['read'];
  /** How far back it reaches from now; null: over everything. */
  spanMs: number | null;
  /** When it is due, given when it was last through. */
  next(last: number): number;
  /** The ranges that are through when it is. */
  covers: readonly (keyof Checkpoint['read'])[];
};

/** Reads a range again, because calls change without a trace, and takes note of those that are gone. */
export function createRereadJob(parts: {
  range: Range;
  store: IndexStore;
  notebook: Notebook;
  ask: Ask;
  clock: Clock;
  /** Hears why what is missing was not believed to be gone. */
  refused: (reason: string) => void;
}): Job & { hurry(): void } {
  const { range, store, notebook, ask, clock } = parts;
  let underWay: { window: Window; absences: Absences } | undefined;
  let hurried = false;
  let stepped = Number.NEGATIVE_INFINITY;

  function begin() {
    const { everything } = notebook.checkpoint();
    const from = range.spanMs === null ? null : clock.now() - range.spanMs;
    const left = range.name === 'everything' ? (everything?.to ?? null) : null;
    const window = { from, to: left === null ? null : Date.parse(left) };
    return { window, absences: createAbsences(notebook.figures.content().indexed) };
  }

  /** Only what takes long is worth going on with after a stop. */
  async function noteProgress(rest: Window | null): Promise<void> {
    if (range.name !== 'everything' || rest === null) return;
    await notebook.note({ everything: { to: rest.to === null ? null : toIso(rest.to) } });
  }

  async function finish(absences: Absences): Promise<void> {
    const verdict = absences.verdict();
    if ('refused' in verdict) parts.refused(verdict.refused);
    else if (verdict.missing.length > 0) await store.markAbsent(verdict.missing);
    const now = toIso(clock.now());
    const { read, everything } = notebook.checkpoint();
    const through = Object.fromEntries(range.covers.map((name) => [name, now]));
    await notebook.note({
      read: { ...read, ...through },
      everything: range.name === 'everything' ? null : everything,
    });
    await notebook.figures.refresh();
  }

  return {
    name: range.name,
    due() {
      if (underWay !== undefined) return stepped;
      if (!notebook.isLoaded()) return Number.POSITIVE_INFINITY;
      const { high, backfill, everything, read } = notebook.checkpoint();
      const isEverything = range.name === 'everything';
      if (high === null || (isEverything && backfill !== null)) return Number.POSITIVE_INFINITY;
      if (hurried || (isEverything && everything !== null)) return stepped;
      return range.next(Date.parse(read[range.name]));
    },
    async step() {
      hurried = false;
      underWay ??= begin();
      const keep = async (piece: Parameters<Notebook['keep']>[0]) =>
        void (await notebook.keep(piece));
      const slice = await rereadSlice({ store, ask, keep }, underWay.window);
      underWay.absences.add(slice);
      stepped = clock.now();
      if (slice.rest !== null) {
        underWay.window = slice.rest;
        await noteProgress(slice.rest);
        return;
      }
      const { absences } = underWay;
      underWay = undefined;
      await finish(absences);
    },
    hurry() {
      hurried = true;
    },
  };
}
