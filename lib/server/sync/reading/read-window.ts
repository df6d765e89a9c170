import { floorOf } from '@/lib/call/values/instant-bounds';
import { CallscopeError } from '@/lib/server/errors';
import { goesByTime, type Manners, observe, reachesPast, saysItEnds } from './manners';
import { stepFrom } from './page-step';
import { readByOffset } from './read-by-offset';
import { type Ask, type Piece, type ReadPage, sizeOf, type Window } from './reading';

/** A part that is paged by offset reaches so far into the next: HappyRobot may look at bounds in its own way. */
const MARGIN_MS = 2_000;

/**
 * Reads a window newest first. A page begins where the last one ended in time, not at an offset, so that calls which
 * arrive or vanish meanwhile shift nothing; some calls come twice, which shows that none was left out. Only a moment
 * with more calls than a page holds is paged by offset, and so is all of it where HappyRobot's answers leave no other
 * way. What it is caught at is noted in `manners`.
 * @throws {CallscopeError} `upstream_invalid_response` when it sends nothing of what it counts.
 */
export async function* readWindow(
  ask: Ask,
  window: Window,
  manners: Manners,
): AsyncGenerator<Piece, void> {
  let rest: Window | null = window;
  let shared: ReadonlySet<string> = new Set();
  while (rest !== null) {
    const here: Window = rest;
    if (here.offset !== undefined || !goesByTime(manners)) {
      yield* readByOffset(ask, { offset: 0, ...here }, manners);
      return;
    }
    const page = await continued(ask, here, shared);
    observe(manners, page, here, 0);
    refuseNothing(page, here);
    if (!goesByTime(manners) || page.isTorn) {
      // All of it: it cannot be told where in the list the last page ended.
      yield { ...page, rest: { ...window, offset: 0 }, sure: true };
      yield* readByOffset(ask, { ...window, offset: 0 }, manners);
      return;
    }
    const isOver = sizeOf(page) === 0 || reachesPast(manners, page, here);
    if (isOver || (await ends(ask, page, here, manners))) {
      yield { ...page, rest: null, sure: true };
      return;
    }
    if (!goesByTime(manners)) continue;
    const step = stepFrom(page, here);
    if ('to' in step) {
      shared = step.shared;
      rest = { from: here.from, to: step.to };
      yield { ...page, rest, sure: true };
      continue;
    }
    const { below } = step;
    rest = below === null ? null : { from: here.from, to: below };
    const from = below === null ? here.from : Math.max(below - MARGIN_MS, here.from ?? -Infinity);
    shared = new Set();
    yield* readByOffset(ask, { from, to: here.to, offset: 0 }, manners, { unread: here, rest });
  }
}

/** The page of what is left. Where it has none of the calls that must come again, it is asked for a second time. */
async function continued(ask: Ask, here: Window, shared: ReadonlySet<string>) {
  const isTorn = ({ calls }: ReadPage) =>
    shared.size > 0 && !calls.some(({ id }) => shared.has(id));
  const page = await ask(here, 0);
  if (!isTorn(page)) return { ...page, isTorn: false };
  const again = await ask(here, 0);
  return { ...again, isTorn: isTorn(again) };
}

/** How many calls are asked for to see whether there are any. */
const A_FEW = 20;

/** Whether a window ends with a page. The first time HappyRobot says so, it is asked for what would follow. */
async function ends(ask: Ask, page: ReadPage, here: Window, manners: Manners): Promise<boolean> {
  if (!saysItEnds(manners, page, 0)) return false;
  if (manners.counts === true || page.calls.length === 0) return true;
  const below = { from: here.from, to: Math.min(...page.calls.map(lowestOf)) - 1 };
  if (below.from !== null && below.to < below.from) return true;
  const following = await ask(below, 0, A_FEW);
  observe(manners, following, below, 0);
  if (!manners.ends) return false;
  const known = new Set(page.calls.map(({ id }) => id));
  const isMore =
    following.calls.some(({ id }) => !known.has(id)) && !reachesPast(manners, following, below);
  if (isMore) manners.counts = false;
  else if (sizeOf(following) === 0) manners.counts = true;
  return !isMore;
}

function lowestOf({ created }: ReadPage['calls'][number]): number {
  return floorOf(created);
}

function refuseNothing(page: ReadPage, { from, to }: Window): void {
  if (from !== null || to !== null || sizeOf(page) > 0 || page.count === 0) return;
  throw new CallscopeError(
    'upstream_invalid_response',
    `HappyRobot sent none of the ${page.count} calls it counts.`,
  );
}
