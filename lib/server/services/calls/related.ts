import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type { CallRow } from '@/lib/call/call';
import { counterpartOf } from '@/lib/call/counterpart';
import { MOST_RELATED, type RelatedResponse } from '@/lib/call/related';
import { rowOf } from '@/lib/call/row';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import { type CallMasks, callMasks } from '@/lib/server/services/redaction/calls';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { CallsService } from './calls';
import { NOTHING, plus, type Tally, tallyOf, totalsOf } from './related-tally';

/** Other attempts at what a call was about. Throws a {@link CallscopeError} when it cannot tell. */
export type RelatedCalls = {
  of(id: string, principal: Principal): Promise<RelatedResponse>;
};

type Parts = {
  index: IndexHandle;
  calls: Pick<CallsService, 'getCall'>;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  /** How calls are shown to who may not see numbers. */
  masks?: CallMasks;
};

export function createRelatedCalls({
  index,
  calls,
  meta,
  masks = callMasks(),
}: Parts): RelatedCalls {
  return {
    async of(id, { who, signal }) {
      authorise(who, 'read');
      const store = await index.store();
      const call = rowOf(
        (await store.call(id, signal)) ?? (await calls.getCall(id, { who, signal })),
      );
      const ask = (query: { family: string } | { search: string }) =>
        store.export({ ...query, timezone: 'UTC' }, signal);
      const family = await gathered(ask({ family: id }), (row) => row.id !== id, call);
      const family_complete = await store.isFamilyWhole(id, signal);
      const number = counterpartOf(call);
      // The index finds whatever has the number in it: an extracted value, or a longer number.
      const isOther = (row: CallRow) => counterpartOf(row) === number && !family.ids.has(row.id);
      const others = number === null ? NONE : await gathered(ask({ search: number }), isOther);
      const answer: RelatedResponse = {
        number,
        family: family.calls,
        family_complete,
        same_number: others.calls,
        totals: {
          family: totalsOf(family.tally),
          same_number: totalsOf(others.tally),
          all: totalsOf(plus(family.tally, others.tally)),
        },
        meta: await meta(store),
      };
      return shownTo(who, answer, masks.related);
    },
  };
}

type Gathered = { calls: CallRow[]; ids: ReadonlySet<string>; tally: Tally };

const NONE: Gathered = { calls: [], ids: new Set(), tally: NOTHING };

/** Counts all that are wanted and holds the newest. The first one is among them, even where the index lacks it. */
async function gathered(
  batches: AsyncIterable<Iterable<CallRow>>,
  isWanted: (row: CallRow) => boolean,
  first?: CallRow,
): Promise<Gathered> {
  const calls = first ? [first] : [];
  const ids = new Set(calls.map(({ id }) => id));
  let tally = first ? tallyOf(first) : NOTHING;
  for await (const batch of batches) {
    for (const row of batch) {
      if (!isWanted(row)) continue;
      ids.add(row.id);
      tally = plus(tally, tallyOf(row));
      if (calls.length < MOST_RELATED) calls.push(row);
    }
  }
  return { calls: calls.sort(newestFirst), ids, tally };
}

function newestFirst(a: CallRow, b: CallRow): number {
  return Date.parse(b.created) - Date.parse(a.created) || (a.id < b.id ? 1 : -1);
}
