import { sizeOf, stepFrom } from './page-step';
import { readByOffset } from './read-by-offset';
import type { Ask, Piece, Window } from './reading';

/**
 * Reads a window newest first. A page begins where the last one ended in time, not at an offset, so that calls which
 * arrive or vanish meanwhile shift nothing; the calls of the moment in between come twice. Only a moment with more
 * calls than a page holds is paged by offset.
 * @throws {CallscopeError} `upstream_invalid_response` when a page contradicts what was asked.
 */
export async function* readWindow(ask: Ask, window: Window): AsyncGenerator<Piece, void> {
  let rest: Window | null = window;
  while (rest !== null) {
    const here: Window = rest;
    let page = await ask(here, 0);
    // The moment that the last page ended with still counts: an empty answer is believed the second time.
    if (here !== window && page.count === 0) page = await ask(here, 0);
    const step = sizeOf(page) >= page.count ? 'done' : stepFrom(page, here);
    if (step === 'done') rest = null;
    else if ('to' in step) rest = { from: here.from, to: step.to };
    else {
      rest = step.below === null ? null : { from: here.from, to: step.below };
      yield* readByOffset(ask, { from: step.below ?? here.from, to: here.to }, here, rest);
      continue;
    }
    yield { ...page, rest, sure: true };
  }
}
