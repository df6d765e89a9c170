import type { IndexMeta } from '@/lib/call/answers/index-responses';
import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import type { CapabilitiesService, HeldKind } from '@/lib/server/services/connection/capabilities';
import type { Upstream, UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { isLetThrough } from './row';

type FilterKey = (typeof UPSTREAM_FILTER_KEYS)[number];

type Parts = {
  upstream: Pick<Upstream, 'listCalls'>;
  index: Pick<IndexHandle, 'store' | 'condition'>;
  meta: (store: IndexStore) => Promise<IndexMeta>;
  capabilities: Pick<CapabilitiesService, 'get' | 'note'>;
};

/**
 * Holds the count of a list to its filters. The calls of one page can all match by chance, and with `from` those of
 * the first page always do: that a filter was ignored then shows in how many calls there are said to be.
 */
export type Counts = {
  /** The filters that the page's count does not reckon with, although each of its calls matches. */
  ignoredIn(query: UpstreamQuery, page: UpstreamPage): Promise<HeldKind[]>;
  /** Whether a list of everything is said to be far shorter or longer than what a whole index has read. */
  isImplausible(query: UpstreamQuery, page: UpstreamPage): Promise<boolean>;
  /** What a filter does, as the counts with it and without it tell. */
  effect(key: FilterKey, query: UpstreamQuery, count: number): Promise<Effect>;
};

type Effect = 'honoured' | 'ignored' | 'unknown';

/** So many calls are looked at for one that the filter should have left out. */
const LOOKED_AT = 50;
/** Calls that come and go while somebody counts. */
const SLACK = 50;
const LONGEST_WAIT_MS = 1_500;

export function createCounts({ upstream, index, meta, capabilities }: Parts): Counts {
  async function opened(): Promise<IndexStore | undefined> {
    return index.condition() === 'open' ? index.store() : undefined;
  }

  /** The filters worth asking HappyRobot about once more: all that are not proven, or those that the index doubts. */
  async function doubted(keys: FilterKey[], query: UpstreamQuery, count: number) {
    const store = await opened();
    const isComplete = store !== undefined && (await meta(store)).coverage.complete;
    if (!isComplete) {
      const { honoured } = capabilities.get();
      return keys.filter((key) => honoured[key] !== true);
    }
    // A busy index holds no list up.
    const patience = AbortSignal.timeout(LONGEST_WAIT_MS);
    const counted = (asked: UpstreamQuery) => countIn(store, asked, patience).catch(() => null);
    const right = await counted(query);
    if (right === null || right === count) return [];
    const doubts: FilterKey[] = [];
    for (const key of keys) {
      const other = await counted(without(query, key));
      if (other === null) break;
      if (Math.abs(count - other) < Math.abs(count - right)) doubts.push(key);
    }
    return doubts;
  }

  /** Whether there are calls that only this filter leaves out, as far as the index knows. */
  async function leavesOut(key: FilterKey, query: UpstreamQuery): Promise<boolean> {
    const store = await opened();
    if (store === undefined) return false;
    const [some, all] = await Promise.all([
      countIn(store, query),
      countIn(store, without(query, key)),
    ]);
    return all > some;
  }

  async function effect(key: FilterKey, query: UpstreamQuery, count: number): Promise<Effect> {
    const { sort = 'desc' } = query;
    const turned = { ...without(query, key), sort: sort === 'asc' ? 'desc' : 'asc' } as const;
    const other = await upstream.listCalls(
      { ...turned, limit: LOOKED_AT, offset: 0 },
      { background: true },
    );
    if (other.count > count) return 'honoured';
    if (other.count < count) return 'unknown';
    const isLeftOut = other.calls.some((call) => isLetThrough(key, call, query) === false);
    return isLeftOut || (await leavesOut(key, query)) ? 'ignored' : 'unknown';
  }

  return {
    effect,
    async isImplausible(query, { count }) {
      if (UPSTREAM_FILTER_KEYS.some((key) => query[key] !== undefined)) return false;
      const store = await opened();
      if (store === undefined) return false;
      const { complete, indexed } = (await meta(store)).coverage;
      return complete && (count < indexed / 2 - SLACK || count > indexed * 10 + SLACK);
    },
    async ignoredIn(query, { calls, invalid, count, offset }) {
      const keys = UPSTREAM_FILTER_KEYS.filter((key) => query[key] !== undefined);
      const isWhole = offset === 0 && count <= calls.length + invalid.length;
      if (keys.length === 0 || isWhole) return [];
      const ignored: HeldKind[] = [];
      for (const key of await doubted(keys, query, count)) {
        const seen = await effect(key, query, count);
        if (seen === 'honoured') capabilities.note([key], true);
        if (seen === 'ignored') ignored.push(key);
      }
      return ignored;
    },
  };
}

async function countIn(
  store: IndexStore,
  query: UpstreamQuery,
  signal?: AbortSignal,
): Promise<number> {
  const question = { ...query, limit: 1, offset: 0, timezone: 'UTC' };
  return (await store.page(question, signal)).count;
}

function without(query: UpstreamQuery, key: FilterKey): UpstreamQuery {
  const rest = { ...query };
  delete rest[key];
  return rest;
}
