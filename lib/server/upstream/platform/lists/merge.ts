/** Something in a list by time; null: nobody knows which, so it stays where it came. */
export type Timed = { key: string; time: number | null };

export type Part<T> = { items: readonly T[]; total: number | undefined; hasNext: boolean };

/** Asks for a page of one list, from 1. */
export type AskPart<T> = (page: number) => Promise<Part<T>>;

export type Merged<T> = {
  items: T[];
  /** How many there are in all lists; undefined where one of them does not say. */
  total: number | undefined;
  hasMore: boolean;
};

/** A list from which something goes while it is read is begun again so often. */
const MOST_RESTARTS = 3;
/** So many pages in a row that hold nothing new are no coincidence. */
const MOST_IDLE = 2;

/**
 * Merges lists that are each in order of time into one: skips `offset` of it and gives `limit`. What came twice is
 * given once. Ties keep the order of the lists, and within a list the one they came in, so that the next page goes on
 * where this one ended.
 */
export async function mergeLists<T extends Timed>(
  lists: readonly AskPart<T>[],
  { offset, limit, sort }: { offset: number; limit: number; sort: 'asc' | 'desc' },
): Promise<Merged<T>> {
  const seen = new Set<string>();
  const cursors = lists.map((ask) => createCursor(ask, seen));
  await Promise.all(cursors.map((cursor) => cursor.head()));
  const items: T[] = [];
  for (let place = 0; place < offset + limit; place += 1) {
    const next = await first(cursors, sort);
    if (next === undefined) break;
    const item = next.take();
    if (place >= offset) items.push(item);
  }
  const hasMore = (await first(cursors, sort)) !== undefined;
  const totals = cursors.map(({ total }) => total());
  const total = totals.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  );
  return { items, total, hasMore };
}

type Cursor<T> = {
  /** What comes next; undefined at the end. */
  head(): Promise<T | undefined>;
  take(): T;
  total(): number | undefined;
};

function createCursor<T extends Timed>(ask: AskPart<T>, seen: Set<string>): Cursor<T> {
  let waiting: T[] = [];
  let part: Part<T> = { items: [], total: undefined, hasNext: true };
  let page = 0;
  let restarts = 0;
  let idle = 0;

  async function more(): Promise<void> {
    const before = part.total;
    part = await ask(page + 1);
    const wentAway = before !== undefined && part.total !== undefined && part.total < before;
    // What goes pulls the others up over the edge of the page: they would be missed.
    if (page > 0 && wentAway && restarts < MOST_RESTARTS) {
      restarts += 1;
      page = 0;
      part = { ...part, items: [], hasNext: true };
      return;
    }
    page += 1;
    waiting = part.items.filter(({ key }) => !seen.has(key));
    // Who sends nothing new at all does not page, and would go on like that for ever.
    idle = waiting.length > 0 || restarts > 0 ? 0 : idle + 1;
    if (idle >= MOST_IDLE) part = { ...part, hasNext: false };
  }

  return {
    async head() {
      for (;;) {
        const [next] = waiting;
        if (next !== undefined && !seen.has(next.key)) return next;
        if (next !== undefined) waiting.shift();
        else if (part.hasNext) await more();
        else return undefined;
      }
    },
    take() {
      const next = waiting.shift();
      if (next === undefined) throw new Error('Nothing was waiting');
      seen.add(next.key);
      return next;
    },
    total: () => part.total,
  };
}

/** The list whose next is the first of all; the earlier list where they are equal. */
async function first<T extends Timed>(
  cursors: readonly Cursor<T>[],
  sort: 'asc' | 'desc',
): Promise<Cursor<T> | undefined> {
  let best: { cursor: Cursor<T>; time: number | null } | undefined;
  for (const cursor of cursors) {
    const head = await cursor.head();
    if (head === undefined) continue;
    if (best === undefined || isBefore(head.time, best.time, sort))
      best = { cursor, time: head.time };
  }
  return best?.cursor;
}

function isBefore(time: number | null, other: number | null, sort: 'asc' | 'desc'): boolean {
  if (other === null) return false;
  if (time === null) return true;
  return sort === 'asc' ? time < other : time > other;
}
