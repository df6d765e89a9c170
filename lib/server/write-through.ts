import type { Call } from '@/lib/call/call';
import type { IndexStore, RejectedRecord } from './index/store';
import type { IndexHandle } from './index-handle';

/** Keeps what people were shown. Nobody waits for it, and nobody is told when it fails: the sync comes by later. */
export type WriteThrough = {
  keep(calls: readonly Call[], rejected: readonly RejectedRecord[], at: string): void;
};

type Waiting = { calls: Map<string, Call>; rejected: RejectedRecord[]; at: string };

const DELAY_MS = 500;
/** More than this many calls are not kept waiting: who pages fast is the sync's to follow. */
const MAX_WAITING = 4000;

/** `onFailure` is told at most once in a row of failures. */
export function createWriteThrough(
  index: IndexHandle,
  onFailure: (error: unknown) => void,
): WriteThrough {
  let waiting: Waiting | undefined;
  let isFailing = false;

  async function flush(): Promise<void> {
    const page = waiting;
    waiting = undefined;
    if (!page) return;
    try {
      const store = await index.store();
      await keepWaiting(store, page);
      isFailing = false;
    } catch (error) {
      if (!isFailing) onFailure(error);
      isFailing = true;
    }
  }

  return {
    keep(calls, rejected, at) {
      if (!waiting) {
        waiting = { calls: new Map(), rejected: [], at };
        setTimeout(() => void flush(), DELAY_MS).unref();
      }
      waiting.at = at;
      if (waiting.calls.size > MAX_WAITING) return;
      for (const call of calls) waiting.calls.set(call.id, call);
      waiting.rejected.push(...rejected);
    },
  };
}

function keepWaiting(store: IndexStore, { calls, rejected, at }: Waiting) {
  return store.keep({ calls: [...calls.values()], rejected, at });
}
