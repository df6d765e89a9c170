import type { IndexStore } from '@/lib/server/index/store';

/** An index, and whether it has something to answer: it works in real time, while a test's clock could run ahead. */
export function watched(store: IndexStore): { store: IndexStore; isBusy: () => boolean } {
  let pending = 0;
  const methods = Object.entries<unknown>({ ...store }).map(([name, method]) => {
    if (typeof method !== 'function') return [name, method];
    const call = (...given: unknown[]): unknown => {
      const answer: unknown = method(...given);
      if (!(answer instanceof Promise)) return answer;
      pending += 1;
      return answer.finally(() => {
        pending -= 1;
      });
    };
    return [name, call];
  });
  return { store: asStore(Object.fromEntries(methods)), isBusy: () => pending > 0 };
}

/** Guarantee: it has each method of a store, which it calls with what it is given. */
function asStore(methods: Record<string, unknown>): IndexStore {
  return methods as unknown as IndexStore;
}
