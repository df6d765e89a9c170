import { CallscopeError } from '@/lib/server/errors';
import { reasonOf } from './engine/error-messages';
import type { IndexStore } from './store';

const UNKNOWN = 'The index could not be opened; the log of the server tells why.';

/** The index of this process, which is opened while the first requests are already answered, or cannot be. */
export type IndexHandle = {
  /** @throws {CallscopeError} `index_unavailable` when it could not be opened, with the reason. */
  store(): Promise<IndexStore>;
  /** How far it is, without waiting. */
  condition(): IndexCondition;
  close(): Promise<void>;
};

export type IndexCondition = 'opening' | 'open' | { reason: string };

/**
 * Starts to open the index. A failure is told once, by `onFailure`, and to everybody who asks; the live view goes
 * on without it. So it does once the files under an open index are `lost`: what the engine still remembers of them is
 * neither told nor added to.
 */
export function holdIndex(
  open: () => Promise<IndexStore>,
  onFailure: (error: unknown, reason: string) => void,
  lost: () => string | undefined = () => undefined,
): IndexHandle {
  let condition: IndexCondition = 'opening';
  const opening = open().catch((error: unknown) => {
    const reason = reasonOf(error) ?? UNKNOWN;
    condition = { reason };
    onFailure(error, reason);
    throw new CallscopeError('index_unavailable', reason, { cause: error });
  });
  function refuseLost(): void {
    const reason = lost();
    if (reason !== undefined) throw new CallscopeError('index_unavailable', reason);
  }
  const guarded = (store: IndexStore): IndexStore => ({
    ...store,
    async keep(page) {
      refuseLost();
      return store.keep(page);
    },
    async keepTranscripts(batch) {
      refuseLost();
      return store.keepTranscripts(batch);
    },
    async markAbsent(ids) {
      refuseLost();
      return store.markAbsent(ids);
    },
  });
  // Whoever asks gets the failure; before that it is nobody's.
  opening.then(
    () => {
      condition = 'open';
    },
    () => undefined,
  );
  return {
    store: async () => {
      const store = await opening;
      refuseLost();
      return guarded(store);
    },
    condition: () => {
      const reason = condition === 'open' ? lost() : undefined;
      return reason === undefined ? condition : { reason };
    },
    close: () =>
      opening.then(
        (store) => store.close(),
        () => undefined,
      ),
  };
}
