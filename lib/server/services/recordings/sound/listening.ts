import { LRUCache } from 'lru-cache';
import { isGlance } from './byte-range';

type Listener = { call: string; user: string | undefined };
type How = 'heard' | 'downloaded';

/**
 * Tells who listens to which call, or takes it along: once, however many
 * requests a player makes for that, of all sessions of the call.
 */
export type Listening = {
  /** The same pieces; that the first of them was taken is told. */
  told(pieces: AsyncIterable<Uint8Array>, listener: Listener, how: How): AsyncIterable<Uint8Array>;
};

/** Who asks for more of a call within this time of the last request still listens. */
const SAME_MS = 10 * 60_000;

export function createListening(tell: (listener: Listener, how: How) => void): Listening {
  const known = new LRUCache<string, true>({ max: 10_000, ttl: SAME_MS, updateAgeOnGet: true });

  return {
    async *told(pieces, listener, how) {
      const key = JSON.stringify([listener.user, listener.call, how]);
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

/** Whether an answer lets somebody hear: not a glance at it, and not a refusal. */
export function isHeard(
  status: number,
  { range, download }: { range?: string | null | undefined; download?: boolean | undefined },
): boolean {
  if (status === 206) return download === true || !isGlance(range);
  return status === 200;
}
