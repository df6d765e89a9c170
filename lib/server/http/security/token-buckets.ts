import { LRUCache } from 'lru-cache';

/** A bucket for each key: full at first, and filled again at a steady pace. */
export type TokenBuckets = {
  /** Takes one token; 0 when there was one, else the seconds until there is. */
  take(key: string): number;
};

export type Pace = {
  /** How many may be taken at once. */
  burst: number;
  perMinute: number;
};

/** So many keys are remembered: more of them would be an attack on the memory. */
const MOST_KEYS = 20_000;
const MINUTE_MS = 60_000;

/** `now` gives milliseconds that never go back. */
export function createTokenBuckets({ burst, perMinute }: Pace, now: () => number): TokenBuckets {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: MOST_KEYS });
  const perMs = perMinute / MINUTE_MS;

  return {
    take(key) {
      const at = now();
      const before = buckets.get(key) ?? { tokens: burst, at };
      const tokens = Math.min(burst, before.tokens + (at - before.at) * perMs);
      const isEmpty = tokens < 1;
      buckets.set(key, { tokens: isEmpty ? tokens : tokens - 1, at });
      return isEmpty ? Math.ceil((1 - tokens) / perMs / 1000) : 0;
    },
  };
}
