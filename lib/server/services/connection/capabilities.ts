import * as z from 'zod';
import {
  type Capabilities,
  capabilitiesSchema,
  HELD_KEYS,
} from '@/lib/call/answers/upstream-check';
import type { Sort, UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import type { IndexHandle } from '@/lib/server/index/index-handle';

/** What a list can be asked for and held to; an order may be honoured in one direction only. */
export type HeldKind = (typeof UPSTREAM_FILTER_KEYS)[number] | `sort_${Sort}`;

/** What this account's upstream can do, as far as it was seen. It survives a restart, and belongs to the account. */
export type CapabilitiesService = {
  get(): Capabilities;
  /** Ends once what was kept is read and all that was learned until now is written down, or cannot be. */
  settled(): Promise<void>;
  /**
   * Takes over what a check has found; what it left open (null, or absent) stays as it was known. `sorts` is which of
   * the two orders is honoured, where not both are.
   */
  learn(found: Partial<Capabilities> & { sorts?: Partial<Kept['sorts']> | undefined }): void;
  /** Notes whether HappyRobot did what it was asked in these respects. */
  note(kinds: readonly HeldKind[], honoured: boolean): void;
  /** Whether HappyRobot was last seen not to do this. */
  ignores(kind: HeldKind): boolean;
};

const keptSchema = z.object({
  seen: capabilitiesSchema,
  sorts: z.object({ asc: z.boolean().nullable(), desc: z.boolean().nullable() }),
});
type Kept = z.infer<typeof keptSchema>;

const STATE_KEY = 'capabilities';

type Parts = {
  index: Pick<IndexHandle, 'store'>;
  now: () => Date;
  /** Told when it could not be read or written down: it is known until the process ends, all the same. */
  onFailure: (error: unknown) => void;
};

/** Reads what was kept as soon as the index is open; until then, and without an index, it knows what it has seen. */
export function createCapabilities({ index, now, onFailure }: Parts): CapabilitiesService {
  let kept: Kept = nothing();
  let work: Promise<void> = index
    .store()
    .then(async (store) => {
      const read = keptSchema.safeParse(await store.state(STATE_KEY));
      if (read.success) kept = merged(read.data, kept);
    })
    // Without an index its own reason is told elsewhere; the next write tells if there is another.
    .catch(() => undefined);

  function change(next: Partial<Capabilities>, sorts: Partial<Kept['sorts']> = {}): void {
    const before = JSON.stringify(kept);
    kept = merged(kept, { seen: { ...nothing().seen, ...next }, sorts: { ...NO_SORTS, ...sorts } });
    if (JSON.stringify(kept) === before) return;
    work = work
      .then(async () => {
        const store = await index.store();
        await store.keep({ calls: [], at: now().toISOString(), state: { [STATE_KEY]: kept } });
      })
      .catch(onFailure);
  }

  return {
    get: () => kept.seen,
    settled: () => work,
    learn({ sorts, ...found }) {
      const isSorted = found.honoured?.sort === true;
      change(found, sorts ?? (isSorted ? { asc: true, desc: true } : {}));
    },
    note(kinds, isHonoured) {
      const honoured = { ...nothing().seen.honoured };
      const sorts: Partial<Kept['sorts']> = {};
      for (const kind of kinds) {
        if (kind === 'sort_asc' || kind === 'sort_desc') sorts[directionOf(kind)] = isHonoured;
        else honoured[kind] = isHonoured;
      }
      const { asc, desc } = { ...kept.sorts, ...sorts };
      if (Object.keys(sorts).length > 0) honoured.sort = both(asc, desc);
      change({ honoured }, sorts);
    },
    ignores: (kind) =>
      kind === 'sort_asc' || kind === 'sort_desc'
        ? kept.sorts[directionOf(kind)] === false
        : kept.seen.honoured[kind] === false,
  };
}

/** The filters of a list, and its order, that HappyRobot was seen to ignore. */
export function ignoredIn({ honoured }: Capabilities): (typeof HELD_KEYS)[number][] {
  return HELD_KEYS.filter((key) => honoured[key] === false);
}

const NO_SORTS: Kept['sorts'] = { asc: null, desc: null };

function nothing(): Kept {
  return {
    seen: { paging: null, max_limit: null, recordings: null, honoured: eachKey(() => null) },
    sorts: NO_SORTS,
  };
}

/** What is known of two, where the later one knows nothing the earlier. */
function merged(earlier: Kept, later: Kept): Kept {
  const { seen, sorts } = later;
  return {
    seen: {
      paging: seen.paging ?? earlier.seen.paging,
      max_limit: seen.max_limit ?? earlier.seen.max_limit,
      recordings: seen.recordings ?? earlier.seen.recordings,
      honoured: eachKey((key) => seen.honoured[key] ?? earlier.seen.honoured[key]),
    },
    sorts: { asc: sorts.asc ?? earlier.sorts.asc, desc: sorts.desc ?? earlier.sorts.desc },
  };
}

type Honoured = Capabilities['honoured'];

function eachKey(told: (key: keyof Honoured) => boolean | null): Honoured {
  return complete(Object.fromEntries(HELD_KEYS.map((key) => [key, told(key)])));
}

/** Guarantee: there is an entry for each of the keys. */
function complete(entries: Record<string, boolean | null>): Honoured {
  return entries as Honoured;
}

function directionOf(kind: `sort_${Sort}`): Sort {
  return kind === 'sort_asc' ? 'asc' : 'desc';
}

function both(asc: boolean | null, desc: boolean | null): boolean | null {
  if (asc === false || desc === false) return false;
  return asc === true ? true : null;
}
