import type { IndexStore } from '@/lib/server/index/store';
import type { Clock } from '@/lib/server/sync/clock';
import type { Job } from './runner';

/** Takes in what was found out on calls that were kept before that was asked about; HappyRobot is not asked. */
export function createExtractionJob(parts: {
  store: Pick<IndexStore, 'fillExtracted'>;
  clock: Clock;
}): Job {
  const { store, clock } = parts;
  let due = clock.now();
  return {
    name: 'extraction',
    due: () => due,
    async step() {
      const count = await store.fillExtracted();
      // There may be hundreds of steps: everybody whose time has come goes in between.
      due = count === 0 ? Number.POSITIVE_INFINITY : clock.now();
    },
  };
}
