import type { Call } from '@/lib/call/call';
import type { RejectedRecord, SeenPage } from '@/lib/server/index/store';
import type { Places, SharedRecord } from './record';

/** What people saw or wrote here and the record is still to be told; it waits while the record is away. */
export interface Offers {
  add(page: SeenPage): void;
  /** Tells the record all of it; throws when that is away, and then it waits on. */
  flush(known: Places): Promise<void>;
}

/** HappyRobot has them, too: what does not fit is read again from there. */
const MAX_WAITING = 4_000;
const AT_ONCE = 500;

export function createOffers(record: Pick<SharedRecord, 'keep'>): Offers {
  const waiting = new Map<string, { call: Call; seenAt: number }>();
  let aside: { rejected: RejectedRecord; at: string }[] = [];

  function put(call: Call, seenAt: number): void {
    const before = waiting.get(call.id);
    if (before !== undefined && before.seenAt > seenAt) return;
    waiting.delete(call.id);
    waiting.set(call.id, { call, seenAt });
    const [oldest] = waiting.keys();
    if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
  }

  return {
    add({ calls, rejected = [], at }) {
      for (const call of calls) put(call, Date.parse(at));
      aside = [...aside, ...rejected.map((each) => ({ rejected: each, at }))].slice(-AT_ONCE);
    },
    async flush(known) {
      while (waiting.size > 0) {
        const some = [...waiting.values()].slice(0, AT_ONCE);
        const seenAt = new Map(some.map(({ call, seenAt }) => [call.id, seenAt]));
        const at = new Date().toISOString();
        await record.keep({ calls: some.map(({ call }) => call), at, seenAt }, known);
        // What came meanwhile is still to be told.
        for (const told of some)
          if (waiting.get(told.call.id) === told) waiting.delete(told.call.id);
      }
      while (aside[0] !== undefined) {
        const [first] = aside;
        await record.keep({ calls: [], rejected: [first.rejected], at: first.at }, known);
        aside = aside.filter((each) => each !== first);
      }
    },
  };
}
