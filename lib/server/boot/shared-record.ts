import type { RecordCondition } from '@/lib/call/answers/index-responses';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import type { Log } from '@/lib/server/observability/log';
import { openRecord } from '@/lib/server/record/open';
import { createRecordMonitor } from '@/lib/server/sync/shared/monitor';
import { createOffers } from '@/lib/server/sync/shared/offers';
import { createSharedSync } from '@/lib/server/sync/shared/shared-sync';
import type { CallSource } from '@/lib/server/sync/source';
import type { Sync } from '@/lib/server/sync/sync';
import type { Env } from './env';

/** What this instance shares with others. */
export type SharedRecordHandle = {
  condition(): RecordCondition;
  /** The index for what people see and write: the record is told of what is new in it. */
  through(index: IndexHandle): IndexHandle;
  createSync(store: IndexStore, source: CallSource): Sync;
  close(): Promise<void>;
};

/** Undefined without `DATABASE_URL`. `account` is a digest that tells accounts apart. */
export function shareRecord(
  { databaseUrl, sync: mayLead, syncSettings: settings }: Env,
  account: string,
  log: Log,
): SharedRecordHandle | undefined {
  if (databaseUrl === undefined) return undefined;
  const record = openRecord({ url: databaseUrl, account });
  const monitor = createRecordMonitor(log);
  const offers = createOffers(record);
  let wake: () => void = () => undefined;

  const offering = (store: IndexStore): IndexStore => ({
    ...store,
    async keep(page) {
      const kept = await store.keep(page);
      const isNews = kept.added + kept.changed > 0 || (page.rejected?.length ?? 0) > 0;
      if (isNews) {
        offers.add(page);
        wake();
      }
      return kept;
    },
  });

  return {
    condition: monitor.condition,
    through: (index) => ({ ...index, store: async () => offering(await index.store()) }),
    createSync(store, source) {
      const parts = { store, source, record, offers, monitor, log, settings, mayLead };
      const sync = createSharedSync(parts);
      wake = sync.wake;
      return sync;
    },
    close: () => record.close(),
  };
}
