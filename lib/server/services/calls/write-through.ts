import type { Call } from '@/lib/call/call';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore, RejectedRecord } from '@/lib/server/index/store';

/** Keeps what people were shown. Nobody waits for it, and nobody is told when it fails: the sync comes by later. */
export type WriteThrough = {
  keep(calls: readonly Call[], rejected: readonly RejectedRecord[], at: string): void;
  /** Resolves when the call is kept, or cannot be: who has just written on it will ask about it next. */
  keepNow(call: Call, at: string): Promise<void>;
};

type Waiting = { call: Call; at: string };

const DELAY_MS = 500;
/** What is taken down in one go: each time the whole index is asked which of them it knows. */
const SLICE = 500;
/** More than this many calls are not kept waiting: who pages fast is the sync's to follow. */
const MAX_WAITING = 4000;

/** `onFailure` is told at most once in a row of failures. */
export function createWriteThrough(
  index: IndexHandle,
  onFailure: (error: unknown) => void,
): WriteThrough {
  const calls = new Map<string, Waiting>();
  let rejected: RejectedRecord[] = [];
  let isFlushing = false;
  let isFailing = false;

  async function flush(): Promise<void> {
    try {
      const store = await index.store();
      while (calls.size > 0 || rejected.length > 0) await keepSlice(store);
      isFailing = false;
    } catch (error) {
      calls.clear();
      rejected = [];
      if (!isFailing) onFailure(error);
      isFailing = true;
    } finally {
      isFlushing = false;
    }
  }

  /** Calls that were seen at one moment are kept together. */
  async function keepSlice(store: IndexStore): Promise<void> {
    const [first] = calls.values();
    const at = first?.at ?? new Date().toISOString();
    const slice = [...calls.values()].filter((each) => each.at === at).slice(0, SLICE);
    for (const { call } of slice) calls.delete(call.id);
    const aside = rejected;
    rejected = [];
    await store.keep({ calls: slice.map(({ call }) => call), rejected: aside, at });
  }

  return {
    keep(seen, unreadable, at) {
      if (calls.size <= MAX_WAITING) {
        for (const call of seen) calls.set(call.id, { call, at });
        rejected.push(...unreadable);
      }
      if (isFlushing) return;
      isFlushing = true;
      setTimeout(() => void flush(), DELAY_MS).unref();
    },
    async keepNow(call, at) {
      try {
        const store = await index.store();
        await store.keep({ calls: [call], rejected: [], at });
      } catch (error) {
        if (!isFailing) onFailure(error);
        isFailing = true;
      }
    },
  };
}
