import { CallscopeError } from '@/lib/server/errors';
import { type Manners, observe, observeShort, reachesPast, saysItEnds } from './manners';
import { type Ask, type Piece, type ReadPage, sizeOf, type Window } from './reading';

/** Each page begins within the one before, so that calls which vanish in between shift none past the border. */
const OVERLAP = 1 / 20;
/** Where the order of equals is another with each request, it takes a few passes until every call has shown up. */
const MAX_PASSES = 10;
/** A list of more pages than that is too much to be read so often. */
const SHORT = 5;
const MAX_LONG_PASSES = 3;
/** After so many that brought nothing new there is no more to come, whatever is counted. */
const STABLE_PASSES = 3;

/**
 * Reads a window by offset, over and over until everything in it was seen. `unread` is what is left to read if it ends
 * on the way, by default the same window from where it was; `rest` is what is left when it is through.
 * @throws {CallscopeError} `upstream_ignores_paging` when the first page comes in place of every other.
 */
export async function* readByOffset(
  ask: Ask,
  window: Window & { offset: number },
  manners: Manners,
  { unread, rest }: { unread?: Window; rest: Window | null } = { rest: null },
): AsyncGenerator<Piece, void> {
  const seen = createSeen(window);
  for (let pass = 1; ; pass += 1) {
    seen.startPass();
    let offset = pass === 1 ? window.offset : 0;
    let pages = 0;
    let page: ReadPage;
    for (;;) {
      page = await ask(window, offset);
      pages += 1;
      observe(manners, page, window, offset);
      const brought = seen.add(page);
      if (brought === 0 && seen.isFirst(page, offset)) throw ignoresPaging(offset);
      if (brought === 0 || reachesPast(manners, page, window)) break;
      if (await endsHere(ask, window, offset, page, manners)) break;
      offset += Math.max(1, sizeOf(page) - Math.floor(sizeOf(page) * OVERLAP));
      yield { ...page, rest: unread ?? { ...window, offset }, sure: true };
    }
    seen.endPass();
    const sure = reachesPast(manners, page, window) || seen.all(page.count, manners);
    if (!sure && seen.stable() > 0) observeShort(manners, page, window);
    // What was read before it was stopped is not known here: whoever goes on counts for himself.
    const most = pages > SHORT ? MAX_LONG_PASSES : MAX_PASSES;
    const isLast = pass === most || window.offset > 0 || seen.stable() === STABLE_PASSES;
    const over = sure || isLast;
    yield {
      ...page,
      rest: over ? rest : (unread ?? { ...window, offset: 0 }),
      sure: sure || !over,
    };
    if (over) return;
  }
}

/** Whether a list ends with a page. The first time HappyRobot says so, it is asked for what would follow. */
async function endsHere(
  ask: Ask,
  window: Window,
  offset: number,
  page: ReadPage,
  manners: Manners,
): Promise<boolean> {
  if (!saysItEnds(manners, page, offset)) return false;
  if (manners.counts === null) {
    const next = offset + sizeOf(page);
    const following = await ask(window, next, 1);
    observe(manners, following, window, next);
    manners.counts = sizeOf(following) === 0;
  }
  return manners.counts;
}

function createSeen({ to, offset: start }: Window & { offset: number }) {
  const seen = new Set<string>();
  let pass = new Set<string>();
  let counts = new Set<number>();
  let first: ReadPage | undefined;
  let before = 0;
  let stable = 0;
  return {
    startPass() {
      // What was there and is gone would make up for what was never seen.
      if (to !== null && counts.size > 1) {
        seen.clear();
        before = 0;
      }
      pass = new Set();
      counts = new Set();
      first = undefined;
    },
    endPass() {
      stable = seen.size > before ? 0 : stable + 1;
      before = seen.size;
    },
    /** How many of a page this pass had not seen. */
    add(page: ReadPage): number {
      counts.add(page.count);
      first ??= page;
      const { size } = pass;
      for (const id of idsOf(page)) {
        pass.add(id);
        seen.add(id);
      }
      return pass.size - size;
    },
    /** Whether a page from further on is the first one again. */
    isFirst(page: ReadPage, offset: number): boolean {
      if (first === undefined || first === page || sizeOf(page) === 0) return false;
      if (offset + sizeOf(page) > page.count) return false;
      const ids = idsOf(first);
      return idsOf(page).every((id, index) => id === ids[index]);
    },
    /** Whether all was seen: as many as were counted or, where the count says nothing, the same twice. */
    all(count: number, manners: Manners): boolean {
      if (start > 0) return false;
      if (manners.counts === false) return stable > 0;
      // Calls that arrive at the top shift others into sight, not out of it.
      if (to === null) return pass.size >= Math.min(...counts);
      return counts.size === 1 && seen.size >= count;
    },
    /** How many passes in a row brought nothing that those before had not. */
    stable: () => stable,
  };
}

/** Records without an id are told apart by what is wrong with them at least. */
function idsOf({ calls, rejected }: ReadPage): string[] {
  return [
    ...calls.map(({ id }) => id),
    ...rejected.map(({ id, problem }, index) => id ?? `${index} ${problem}`),
  ];
}

function ignoresPaging(offset: number): CallscopeError {
  return new CallscopeError(
    'upstream_ignores_paging',
    `HappyRobot was asked for the calls from number ${offset + 1} on and sent the first ones again.`,
  );
}
