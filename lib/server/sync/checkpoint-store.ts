import { toIso } from '@/lib/call/values/instant-bounds';
import type { IndexStore, KeptPage } from '@/lib/server/index/store';
import { CHECKPOINT_KEY, type Checkpoint, loadCheckpoint } from './checkpoint';
import type { Clock } from './clock';
import { createIndexFigures, type IndexFigures } from './index-figures';
import type { Log } from './log';
import type { ReadPage } from './reading/reading';
import { createUnknownFields, type UnknownFields } from './unknown-fields';

type Kept = Pick<ReadPage, 'calls' | 'rejected' | 'at'>;

/** What was read and where the sync stands, written down together. */
export interface CheckpointStore {
  readonly figures: IndexFigures;
  load(): Promise<void>;
  isLoaded(): boolean;
  checkpoint(): Checkpoint;
  /** Keeps a page and changes the checkpoint in one transaction. */
  keep(page: Kept, change?: Partial<Checkpoint>): Promise<KeptPage>;
  /** Changes the checkpoint alone. */
  note(change: Partial<Checkpoint>): Promise<void>;
}

export function createCheckpointStore(parts: {
  store: IndexStore;
  clock: Clock;
  log: Log;
}): CheckpointStore {
  const { store, clock, log } = parts;
  const figures = createIndexFigures(store);
  let loaded: { checkpoint: Checkpoint; fields: UnknownFields } | undefined;

  function current() {
    if (loaded === undefined) throw new Error('The checkpoint was not loaded');
    return loaded;
  }

  async function keep(page: Kept, change: Partial<Checkpoint> = {}) {
    const { fields, ...before } = current();
    fields.look(page.calls);
    const checkpoint = { ...before.checkpoint, ...change, unknownFields: fields.names() };
    const kept = await store.keep({
      calls: page.calls,
      rejected: page.rejected,
      at: toIso(page.at),
      state: { [CHECKPOINT_KEY]: checkpoint },
    });
    loaded = { checkpoint, fields };
    if (kept.recovered > 0) tellRecovered(kept.recovered);
    figures.count(page, kept.added);
    if (page.rejected.length > 0 || kept.recovered > 0) await figures.refresh();
    return kept;
  }

  /** Kept with the next page. */
  function tellRecovered(calls: number): void {
    const { checkpoint, fields } = current();
    const recovered = checkpoint.recovered + calls;
    loaded = { checkpoint: { ...checkpoint, recovered }, fields };
    log.info({ calls, recovered }, 'calls that could not be read before are in the index now');
  }

  return {
    figures,
    keep: (page, change) => keep(page, { lastSuccess: toIso(clock.now()), ...change }),
    async note(change) {
      await keep({ calls: [], rejected: [], at: clock.now() }, change);
    },
    isLoaded: () => loaded !== undefined,
    checkpoint: () => current().checkpoint,
    async load() {
      const checkpoint = await loadCheckpoint(store, toIso(clock.now()));
      await figures.refresh();
      const fields = createUnknownFields(checkpoint.unknownFields, (field) =>
        log.info({ field }, 'calls have a field that is not documented'),
      );
      loaded = { checkpoint, fields };
    },
  };
}
