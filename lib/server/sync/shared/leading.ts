import { CallscopeError } from '@/lib/server/errors';
import type { IndexStore } from '@/lib/server/index/store';
import { CHECKPOINT_KEY } from '@/lib/server/sync/checkpoint';
import type { CallSource } from '@/lib/server/sync/source';
import type { Follower } from './follower';
import type { Leadership } from './leadership';
import { isRecordError, type SharedRecord } from './record';
import type { Turns } from './turns';

type Parts = {
  store: IndexStore;
  source: CallSource;
  record: SharedRecord;
  follower: Follower;
  leadership: Leadership;
  turns: Turns;
};

/**
 * The index and HappyRobot for the sync of the one who holds the lease: what is read goes into the record first, with
 * its fence, then where the sync stands, then into the index. Where it stopped halfway it is read once more.
 */
export function leadingParts(parts: Parts): Pick<Parts, 'store' | 'source'> {
  const { store, source, record, follower, leadership, turns } = parts;

  function fence(): number {
    const held = leadership.fence();
    if (held !== undefined) return held;
    throw new CallscopeError(
      'data_unavailable',
      'Another instance reads HappyRobot, or will soon.',
    );
  }

  async function toldOf<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!isRecordError(error)) throw error;
      if (error.kind === 'fenced') leadership.lose();
      throw new CallscopeError('data_unavailable', error.message);
    }
  }

  return {
    store: {
      ...store,
      keep: (page) =>
        turns(async () => {
          const written = await toldOf(async () => {
            const mine = fence();
            const places = await record.keep(page, follower.places(), mine);
            const checkpoint = page.state?.[CHECKPOINT_KEY];
            if (checkpoint !== undefined) await record.keepNote(CHECKPOINT_KEY, checkpoint, mine);
            return places;
          });
          return follower.keepWritten(page, written);
        }),
      markAbsent: (ids) =>
        turns(async () => {
          await toldOf(() => record.markAbsent(ids, follower.places(), fence()));
          await store.markAbsent(ids);
        }),
      state: (key) =>
        key === CHECKPOINT_KEY
          ? toldOf(async () => (await record.notes()).get(key))
          : store.state(key),
    },
    source: {
      async page(query, signal) {
        fence();
        return source.page(query, signal);
      },
      async transcript(id, signal) {
        fence();
        return source.transcript(id, signal);
      },
      busy: () => source.busy(),
    },
  };
}
