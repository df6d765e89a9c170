import { sizeOf } from './page-step';
import type { Ask, Piece, ReadPage, Window } from './reading';

/** Each page begins within the one before, so that calls which vanish in between shift none past the border. */
const OVERLAP = 1 / 20;
/** Where the order of equals is another with each request, it takes a few passes until every call has shown up. */
const MAX_PASSES = 10;

/**
 * Reads a window by offset, over and over until everything in it was seen. `unread` is what is left to read if it ends
 * on the way, `rest` when it is through.
 */
export async function* readByOffset(
  ask: Ask,
  window: Window,
  unread: Window,
  rest: Window | null,
): AsyncGenerator<Piece, void> {
  const seen = createSeen();
  for (let pass = 1; ; pass += 1) {
    seen.startPass();
    let offset = 0;
    let end = 0;
    let page: ReadPage;
    for (;;) {
      page = await ask(window, offset);
      seen.add(page);
      const reached = offset + sizeOf(page);
      // What brings nothing new ends a pass: the window has shrunk.
      const stuck = reached <= end;
      end = reached;
      if (stuck || end >= page.count) break;
      offset = end - Math.floor(sizeOf(page) * OVERLAP);
      yield { ...page, rest: unread, sure: true };
    }
    const sure = seen.all(page.count);
    const over = sure || pass === MAX_PASSES;
    yield { ...page, rest: over ? rest : unread, sure: sure || !over };
    if (over) return;
  }
}

function createSeen() {
  const seen = new Set<string>();
  let rejected = new Set<unknown>();
  let counts = new Set<number>();
  return {
    startPass() {
      // What was there and is gone would make up for what was never seen.
      if (counts.size > 1) seen.clear();
      rejected = new Set();
      counts = new Set();
    },
    add(page: ReadPage) {
      counts.add(page.count);
      for (const { id } of page.calls) seen.add(id);
      for (const record of page.rejected) rejected.add(record.id ?? record);
    },
    /** Whether as many calls were seen as this pass counted from its first page to its last. */
    all(count: number): boolean {
      return counts.size === 1 && seen.size + rejected.size >= count;
    },
  };
}
