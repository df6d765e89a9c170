import type { IndexStore } from '@/lib/server/index/store';

/**
 * An index, and whether it had something to answer, once it has: it works in real time, while a test's clock could run
 * ahead.
 */
export function watched(store: IndexStore): { store: IndexStore; wasBusy: () => Promise<boolean> } {
  const pending = new Set<Promise<unknown>>();
  const methods = Object.entries<unknown>({ ...store }).map(([name, method]) => {
    if (typeof method !== 'function') return [name, method];
    const call = (...given: unknown[]): unknown => {
      const answer: unknown = method(...given);
      if (!(answer instanceof Promise)) return answer;
      const settled: Promise<unknown> = answer.then(nothing, nothing).then(() => {
        pending.delete(settled);
      });
      pending.add(settled);
      return answer;
    };
    return [name, call];
  });
  const wasBusy = async () => {
    const isBusy = pending.size > 0;
    await Promise.all(pending);
    return isBusy;
  };
  return { store: asStore(Object.fromEntries(methods)), wasBusy };
}

const nothing = () => undefined;

/** Guarantee: it has each method of a store, which it calls with what it is given. */
function asStore(methods: Record<string, unknown>): IndexStore {
  return methods as unknown as IndexStore;
}
