import { LRUCache } from 'lru-cache';

/** Counts attempts by key, and tells how long to wait when there were too many. */
export type Throttle = {
  /** Seconds until the next attempt is let through; 0 when it would be now. */
  wait(key: string): number;
  /** Counts one that was let through. */
  count(key: string): void;
  /** What was counted last under this key was no failure. */
  succeeded(key: string): void;
};

/** So many keys are remembered: more of them would be an attack on the memory. */
const MOST_KEYS = 20_000;

/** At most so many attempts within the window; `now` gives milliseconds that never go back. */
export function createThrottle(most: number, windowMs: number, now: () => number): Throttle {
  const attempts = new LRUCache<string, number[]>({ max: MOST_KEYS });

  function recent(key: string): number[] {
    const oldest = now() - windowMs;
    return (attempts.get(key) ?? []).filter((at) => at > oldest);
  }

  return {
    wait(key) {
      const known = recent(key);
      const [first] = known;
      if (first === undefined || known.length < most) return 0;
      return Math.max(1, Math.ceil((first + windowMs - now()) / 1000));
    },
    count(key) {
      attempts.set(key, [...recent(key), now()]);
    },
    succeeded(key) {
      const known = recent(key).slice(0, -1);
      if (known.length === 0) attempts.delete(key);
      else attempts.set(key, known);
    },
  };
}
