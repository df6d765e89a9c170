import { closed, floorOf } from '@/lib/call/values/instant-bounds';
import type { IndexStore } from '@/lib/server/index/store';
import { goesByTime, type Manners } from '@/lib/server/sync/reading/manners';
import { readWindow } from '@/lib/server/sync/reading/read-window';
import type { Ask, Piece, Window } from '@/lib/server/sync/reading/reading';

/** How many known calls are held against HappyRobot's at a time. */
const SLICE = 5_000;
/** HappyRobot is asked for a little more than is judged, because both may round instants in their own way. */
const MARGIN_MS = 1_000;

/** A part of a window that was read again, and what of the window is left; null: nothing. */
export type Slice = {
  /** The calls that were in the index before the reading began. */
  known: readonly string[];
  /** Those of them that did not come. */
  missing: ReadonlySet<string>;
  rest: Window | null;
};

type Parts = {
  store: IndexStore;
  ask: Ask;
  manners: Manners;
  keep: (piece: Piece) => Promise<void>;
};

/**
 * Reads the newest part of a window again, `keep`ing each page. Only what was in the index before its part was read
 * can be missing from it: what arrives meanwhile is not looked for.
 */
export async function rereadSlice(parts: Parts, window: Window): Promise<Slice> {
  const { store, manners } = parts;
  // An end that is not heeded makes each slice as long as all of them.
  const from = manners.ends ? await sliceStart(store, window) : window.from;
  const rows = await store.idsBetween(...closed(from, window.to));
  const known = rows.filter(({ absences }) => absences < 2).map(({ id }) => id);
  const missing = new Set(known);
  const wider = { from: shifted(from, -MARGIN_MS), to: shifted(window.to, MARGIN_MS) };
  const sure = await readAll(parts, wider, (id) => missing.delete(id));
  const rest = from === window.from ? null : { from: window.from, to: from };
  return { known, missing: sure ? missing : new Set(), rest };
}

/**
 * Reads a window, a second time by offset where fewer calls came than were counted or the count says nothing: a call
 * out of order can hide from who goes by time. Resolves to whether nothing can have been missed.
 */
async function readAll(
  { ask, manners, keep }: Parts,
  window: Window,
  met: (id: string) => void,
): Promise<boolean> {
  const seen = new Set<unknown>();
  let counted: number | undefined;
  let sure = true;
  const read = async (part: Window) => {
    sure = true;
    for await (const piece of readWindow(ask, part, manners)) {
      counted ??= piece.count;
      await keep(piece);
      for (const { id } of piece.calls) {
        met(id);
        seen.add(id);
      }
      for (const record of piece.rejected) {
        if (record.id !== undefined) met(record.id);
        seen.add(record.id ?? record);
      }
      sure &&= piece.sure;
    }
  };
  await read(window);
  const isShort = manners.counts === false || (manners.starts && seen.size < (counted ?? 0));
  if (!isShort || !goesByTime(manners)) return sure;
  await read({ ...window, offset: 0 });
  return sure;
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
