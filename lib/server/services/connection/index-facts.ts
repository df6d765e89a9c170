import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import type { IndexFacts } from './doctor/step';

type Parts = {
  index: Pick<IndexHandle, 'store'>;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
};

/** What the check holds HappyRobot's own count against. */
export async function indexFacts({ index, meta }: Parts): Promise<IndexFacts> {
  const store = await index.store().catch(() => undefined);
  if (!store) return { reason: 'The index is not available.' };
  const { coverage } = await meta(store);
  return {
    indexed: coverage.indexed,
    complete: coverage.complete,
    callsBetween: (from, to) => callsBetween(store, from, to),
  };
}

/** How many calls an index has of a span: milliseconds, the first included, the last not. */
async function callsBetween(store: IndexStore, from: number, to: number): Promise<number> {
  const span = { from: new Date(from).toISOString(), to: new Date(to - 1).toISOString() };
  return (await store.page({ ...span, timezone: 'UTC', limit: 1 })).count;
}
