import { LRUCache } from 'lru-cache';

/** So many searches for phrases are remembered, over at most so many calls. */
const MOST_SEARCHES = 20;
const MOST_CALLS = 5_000_000;
/** A stamp that no text has: those from before there were any are read as 0. */
const NOT_LOOKED_AT = -1;

/** Which calls were found to have what is searched for, or not: by the stamp of the text in which it was looked for. */
export type Verdicts = {
  /** Undefined where nobody has looked into the text with this stamp. */
  of(place: number, stamp: number): boolean | undefined;
  note(place: number, stamp: number, isThere: boolean): void;
  /** Runs one after the other: who asks the same at the same time finds what the one before found. */
  inTurn<T>(look: () => Promise<T>): Promise<T>;
};

/** What was found by searches for phrases, as long as the process lives: a page asks the same several times. */
const remembered = new LRUCache<string, ReturnType<typeof createVerdicts>>({
  max: MOST_SEARCHES,
  maxSize: MOST_CALLS,
  sizeCalculation: (verdicts) => verdicts.size() + 1,
});

/** Looks into texts with what is known of a search; `key` tells it apart from others. */
export async function withVerdicts<T>(
  key: string,
  look: (verdicts: Verdicts) => Promise<T>,
): Promise<T> {
  const verdicts = remembered.get(key) ?? createVerdicts();
  remembered.set(key, verdicts);
  return verdicts.inTurn(async () => {
    try {
      return await look(verdicts);
    } finally {
      // It may have grown, and the size of what is already there is not asked for again.
      remembered.delete(key);
      remembered.set(key, verdicts);
    }
  });
}

function createVerdicts(): Verdicts & { size(): number } {
  let stamps = new Int32Array(0);
  let found = new Uint8Array(0);
  let last: Promise<unknown> = Promise.resolve();
  const reach = (place: number) => {
    if (place < stamps.length) return;
    const length = Math.ceil((place + 1) * 1.25);
    const before = { stamps, found };
    stamps = new Int32Array(length).fill(NOT_LOOKED_AT);
    found = new Uint8Array(length);
    stamps.set(before.stamps);
    found.set(before.found);
  };
  return {
    of: (place, stamp) => (stamps[place] === stamp ? found[place] === 1 : undefined),
    note(place, stamp, isThere) {
      reach(place);
      stamps[place] = stamp;
      found[place] = isThere ? 1 : 0;
    },
    inTurn(look) {
      const turn = last.then(look);
      last = turn.catch(() => undefined);
      return turn;
    },
    size: () => stamps.length,
  };
}
