import { floorOf, toIso } from '@/lib/call/values/instant-bounds';
import type { IndexContent, IndexStore } from '@/lib/server/index/store';
import type { ReadPage } from './reading/reading';

/** What the index holds, without asking it each time. */
export interface IndexFigures {
  content(): IndexContent;
  /** Reckons with a page that was kept and `added` so many calls. */
  count(page: Pick<ReadPage, 'calls'>, added: number): void;
  /** Asks the index: calls also change by other hands than the sync's. */
  refresh(): Promise<void>;
}

export function createIndexFigures(store: IndexStore): IndexFigures {
  let content: IndexContent = {
    indexed: 0,
    oldest: null,
    newest: null,
    rejected: { count: 0, latest: [] },
  };
  return {
    content: () => content,
    count({ calls }, added) {
      let { oldest, newest } = content;
      for (const call of calls) {
        const created = toIso(floorOf(call.created));
        if (oldest === null || created < oldest) oldest = created;
        if (newest === null || created > newest) newest = created;
      }
      content = { ...content, indexed: content.indexed + added, oldest, newest };
    },
    async refresh() {
      content = await store.content();
    },
  };
}
