import type { IndexStore } from '../store';
import { closed, floorOf } from './instant';
import { readWindow } from './read-window';
import type { Ask, Piece, Window } from './reading';

/** How many known calls are held against HappyRobot's at a time. */
const SLICE = 5_000;
/** HappyRobot is asked for a little more than is judged, because both may round instants in their own way. */
const MARGIN_MS = 1_000;

/** A part of a window that was read again, and what of the window is left; null: nothing. */
export type Slice = {
  known: number;
  /** Ids that were in the index before the reading began, and that did not come. */
  missing: string[];
  rest: Window | null;
};

/**
 * Reads the newest part of a window again, `keep`ing each page. Only what was in the index before its part was read
 * can be missing from it: what arrives meanwhile is not looked for.
 */
export async function rereadSlice(
  parts: { store: IndexStore; ask: Ask; keep: (piece: Piece) => Promise<void> },
  window: Window,
): Promise<Slice> {
  const from = await sliceStart(parts.store, window);
  const known = await parts.store.idsBetween(...closed(from, window.to));
  const there = known.filter(({ absences }) => absences < 2);
  const missing = new Set(there.map(({ id }) => id));
  const wider = { from: shifted(from, -MARGIN_MS), to: shifted(window.to, MARGIN_MS) };
  let sure = true;
  for await (const piece of readWindow(parts.ask, wider)) {
    await parts.keep(piece);
    for (const { id } of piece.calls) missing.delete(id);
    for (const { id } of piece.rejected) if (id !== undefined) missing.delete(id);
    sure &&= piece.sure;
  }
  const rest = from === window.from ? null : { from: window.from, to: from };
  return { known: there.length, missing: sure ? [...missing] : [], rest };
}

/** Where a slice begins: at the call that is so many known calls before its end. */
async function sliceStart(store: IndexStore, { from, to }: Window): Promise<number | null> {
  const [first, last] = closed(from, to);
  for (let offset = SLICE; ; offset *= 2) {
    const query = {
      from: first,
      to: last,
      sort: 'desc',
      limit: 1,
      offset,
      timezone: 'UTC',
    } as const;
    const row = (await store.page(query)).calls[0];
    if (row === undefined) return from;
    const start = floorOf(row.created);
    if (from !== null && start <= from) return from;
    // More calls in one moment than in a slice: it takes them all.
    if (start < (to ?? Number.POSITIVE_INFINITY)) return start;
  }
}

function shifted(time: number | null, by: number): number | null {
  return time === null ? null : time + by;
}
