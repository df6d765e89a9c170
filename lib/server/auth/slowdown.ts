import { LRUCache } from 'lru-cache';

/** Failures that slow nobody down: people mistype, and some share an account. */
const FREE = 30;
/** So many more failures make each attempt a second slower. */
const STEP = 10;
const MOST_SECONDS = 10;
/** A failure is forgotten after so long, one after the other. */
const FORGET_MS = 10_000;
/** More of them change nothing but how long it takes until they are forgotten. */
const MOST_FAILURES = FREE + STEP * MOST_SECONDS;
/** So many keys are remembered: more of them would be an attack on the memory. */
const MOST_KEYS = 20_000;

/** Counts failures by key; many of them make attempts slow, and none is ever refused for them. */
export type Slowdown = {
  /** Counts an attempt as a failure, and tells the milliseconds that it has to take its time. */
  count(key: string): number;
  /** One that was counted was no failure. */
  succeeded(key: string): void;
};

/** `now` gives milliseconds that never go back. */
export function createSlowdown(now: () => number): Slowdown {
  const counted = new LRUCache<string, { failures: number; at: number }>({ max: MOST_KEYS });

  function add(key: string, change: number): number {
    const at = now();
    const before = counted.get(key) ?? { failures: 0, at };
    const left = Math.max(0, before.failures - (at - before.at) / FORGET_MS);
    const failures = Math.min(MOST_FAILURES, Math.max(0, left + change));
    counted.set(key, { failures, at });
    return failures;
  }

  return {
    count: (key) => Math.max(0, Math.ceil((add(key, 1) - FREE) / STEP)) * 1000,
    succeeded: (key) => void add(key, -1),
  };
}
