import { LRUCache } from 'lru-cache';
import { isGlance } from './byte-range';

type Listener = { call: string; user: string | undefined };
type How = 'heard' | 'downloaded';

/** Tells who listens to which call, or takes it along: once, however many requests a player makes for that. */
export type Listening = {
  /** The same pieces; that the first of them was taken is told. */
  told(
    pieces: AsyncIterable<Uint8Array>,
    listener: Listener & { session: string | undefined },
    how: How,
  ): AsyncIterable<Uint8Array>;
};

/** Who asks for more of a call within this time of the last request still listens. */
const SAME_MS = 10 * 60_000;

export function createListening(tell: (listener: Listener, how: How) => void): Listening {
  const known = new LRUCache<string, true>({ max: 10_000, ttl: SAME_MS, updateAgeOnGet: true });

  return {
    async *told(pieces, { session, ...listener }, how) {
      const key = JSON.stringify([listener.user, listener.call, session, how]);
      let isTold = false;
      for await (const piece of pieces) {
        if (!isTold && !known.get(key)) {
          known.set(key, true);
          tell(listener, how);
        }
        isTold = true;
        yield piece;
      }
    },
  };
}

/** Whether an answer lets somebody hear: not a look at its beginning, and not a refusal. */
export function isHeard(
  status: number,
  { range, download }: { range?: string | null | undefined; download?: boolean | undefined },
): boolean {
  if (status === 206) return download === true || !isGlance(range);
  return status === 200;
}
