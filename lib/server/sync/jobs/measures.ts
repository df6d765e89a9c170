import type { IndexStore } from '@/lib/server/index/store';
import type { Job } from './runner';

/** Measures anew, from what is kept, what was measured by definitions that have changed; HappyRobot is not asked. */
export function createMeasuresJob(store: Pick<IndexStore, 'remeasure'>): Job {
  let isDone = false;
  return {
    name: 'measures',
    due: () => (isDone ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    async step() {
      isDone = (await store.remeasure()) === 0;
    },
  };
}
