import * as z from 'zod';
import type { IndexStore, KeptPage, SeenPage } from '@/lib/server/index/store';
import type { Changes, Head, Place, Places, SharedRecord } from './record';
import type { Turns } from './turns';

/** Applied in one transaction of the index. */
const AT_ONCE = 4_000;
const KEY = 'record';

const placesSchema = z.record(
  z.string(),
  z.object({ epoch: z.string(), revision: z.number(), id: z.nullable(z.string()) }),
);

/** Takes what was written into the record over into the index of this instance, in order. */
export interface Follower {
  /**
   * Follows up to where the record was when it was asked. `reset`: the record went back in time, and is followed from
   * its start; `calls` were taken over.
   */
  follow(signal: AbortSignal): Promise<{ reset: boolean; calls: number }>;
  /** How far the index is. */
  places(): Places;
  /**
   * Keeps a page that this instance has written into the record itself: where nobody wrote in between, the index need not
   * read it back. Call it in a turn.
   */
  keepWritten(page: SeenPage, written: Places): Promise<KeptPage>;
}

type Batch = { changes: Changes[]; places: Map<number, Place>; behind: Head[] };

/** How far the index is, is kept with the calls in one transaction. */
export function createFollower(parts: {
  store: IndexStore;
  record: SharedRecord;
  turns: Turns;
}): Follower {
  const { store, record, turns } = parts;
  let loaded: Map<number, Place> | undefined;

  async function load(): Promise<Map<number, Place>> {
    if (loaded !== undefined) return loaded;
    const kept = placesSchema.safeParse(await store.state(KEY));
    const entries = kept.success ? Object.entries(kept.data) : [];
    loaded = new Map(entries.map(([slot, place]) => [Number(slot), place]));
    return loaded;
  }

  async function read(heads: readonly Head[], from: Places): Promise<Batch> {
    const limit = Math.ceil(AT_ONCE / heads.length);
    const places = new Map(from);
    const behind: Head[] = [];
    const changes = await Promise.all(
      heads.map(async (head) => {
        const found = await record.changes(head.slot, placeIn(from, head), limit);
        const isWhole = found.count < limit;
        const revision = Math.max(head.revision, found.last.revision);
        places.set(head.slot, isWhole ? { ...found.last, revision, id: null } : found.last);
        if (!isWhole) behind.push(head);
        return found;
      }),
    );
    return { changes, places, behind };
  }

  function apply({ changes, places }: Batch): Promise<number> {
    return turns(async () => {
      const calls = changes.flatMap((each) => each.calls);
      const rejected = changes.flatMap((each) => each.rejected);
      const next = furthest(await load(), places);
      const page = {
        calls: calls.map(({ call }) => call),
        at: new Date().toISOString(),
        seenAt: new Map(calls.map(({ call, seenAt }) => [call.id, seenAt])),
        absences: new Map(calls.map(({ call, absences }) => [call.id, absences])),
      };
      // Apart, as a call that came with one of its id would make it count as read.
      if (rejected.length > 0) await store.keep(page);
      const rest = rejected.length > 0 ? { calls: [], rejected, at: page.at } : page;
      await store.keep({ ...rest, state: stateOf(next) });
      loaded = next;
      return calls.length;
    });
  }

  /** Begins where the slots are; those that went back in time begin anew. */
  async function begin(heads: readonly Head[]) {
    const from = new Map(await load());
    let reset = false;
    for (const head of heads) {
      const place = from.get(head.slot);
      if (place !== undefined && place.epoch === head.epoch) {
        if (head.revision >= place.revision) continue;
        // With the next look its epoch is another one for everybody.
        await record.markReset(head);
        reset = true;
      } else {
        reset ||= place !== undefined;
        from.set(head.slot, startOf(head));
      }
    }
    return { from, reset };
  }

  return {
    places: () => loaded ?? new Map(),
    async follow(signal) {
      const heads = await record.heads();
      const { from, reset } = await begin(heads);
      const behind = heads.filter((head) => isBehind(placeIn(from, head), head));
      let calls = 0;
      let reading = behind.length > 0 ? read(behind, from) : undefined;
      while (reading !== undefined && !signal.aborted) {
        const batch: Batch = await reading;
        // The next is read while this one is taken over.
        reading = batch.behind.length > 0 ? read(batch.behind, batch.places) : undefined;
        reading?.catch(() => undefined);
        calls += await apply(batch);
      }
      return { reset, calls };
    },
    async keepWritten(page, written) {
      const next = new Map(await load());
      for (const [slot, place] of written) {
        const before = next.get(slot);
        const isNext = before?.epoch === place.epoch && before.revision === place.revision - 1;
        if (isNext && before.id === null) next.set(slot, place);
      }
      const kept = await store.keep({ ...page, state: { ...page.state, ...stateOf(next) } });
      loaded = next;
      return kept;
    },
  };
}

function startOf({ epoch }: Head): Place {
  return { epoch, revision: 0, id: null };
}

function placeIn(places: Places, head: Head): Place {
  return places.get(head.slot) ?? startOf(head);
}

function isBehind(place: Place, head: Head): boolean {
  return place.epoch === head.epoch && (place.revision < head.revision || place.id !== null);
}

/** What was read, except where the index was brought further meanwhile. */
function furthest(now: Places, read: Places): Map<number, Place> {
  const next = new Map(read);
  for (const [slot, place] of now) {
    const other = next.get(slot);
    if (other?.epoch === place.epoch && other.revision < place.revision) next.set(slot, place);
  }
  return next;
}

function stateOf(places: Places): Record<string, unknown> {
  return { [KEY]: Object.fromEntries(places) };
}
