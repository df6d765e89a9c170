import type { IndexStore } from '@/lib/server/index/store';
import type { Clock } from '@/lib/server/sync/clock';
import type { Job } from './runner';

/** Measures anew, and takes words anew, from what is kept, where that is done in another way now; HappyRobot is not asked. */
export function createMeasuresJob(parts: {
  store: Pick<IndexStore, 'remeasure'>;
  clock: Clock;
}): Job {
  const { store, clock } = parts;
  let due = clock.now();
  return {
    name: 'measures',
    due: () => due,
    async step() {
      const count = await store.remeasure();
      // There may be hundreds of steps: everybody whose time has come goes in between.
      due = count === 0 ? Number.POSITIVE_INFINITY : clock.now();
    },
  };
}
