import type { IndexMeta, Periods } from '@/lib/call/answers/index-responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import type { Comparison, GroupBy } from '@/lib/call/query/routes/costs-query';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexQuery, IndexStore, PeriodsQuestion } from '@/lib/server/index/store';
import { refuseNumberQuestion } from '@/lib/server/services/redaction/numbers/number-questions';
import { resolveRange } from '@/lib/url/relative-range';
import { comparedPeriod } from './compared-period';
import { type AskedOf, searchedIn } from './said';

type Compared = {
  compare: Comparison;
  query: AskedOf & { group_by: GroupBy };
  principal: Principal;
};

export type AskingParts = {
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  now: () => Date;
};

/** How every question is put to the index: by whom it may be asked, and how far its answer can be trusted. */
export function createAsking({ index, meta, now }: AskingParts) {
  /** Asks the index what may be asked and adds how far it can be trusted. */
  async function answered<Answer>(
    { who, signal }: Principal,
    query: AskedOf,
    ask: (
      store: IndexStore,
      signal: AbortSignal | undefined,
      meta: Promise<IndexMeta>,
    ) => Promise<Answer>,
  ): Promise<Answer & { meta: IndexMeta }> {
    authorise(who, 'read');
    refuseNumberQuestion(who, query);
    const store = await index.store();
    const told = meta(store);
    const [answer, known, searched] = await Promise.all([
      ask(store, signal, told),
      told,
      searchedIn(query, store, told),
    ]);
    return { ...answer, meta: { ...known, ...searched } };
  }

  /** The same of two periods: the range, and what it is compared with. */
  async function compared<Sums>(
    { compare, query, principal }: Compared,
    ask: (
      store: IndexStore,
      question: PeriodsQuestion,
      signal: AbortSignal | undefined,
    ) => Promise<Sums & { range: Periods['current'] }>,
  ) {
    const asked = now();
    const question = untilNow(indexQueryOf(query, asked), asked);
    return answered(principal, query, async (store, signal, meta) => {
      const { coverage } = await meta;
      const range = query.from;
      const period = comparedPeriod({ compare, range, query: question, now: asked, coverage });
      // What is not known is not added up: it would be taken for what there was.
      const previous = period?.known_from === null ? period : null;
      const { range: current, ...sums } = await ask(
        store,
        { ...question, previous, now: asked.toISOString() },
        signal,
      );
      return { ...sums, periods: { current, previous: period } };
    });
  }

  return { answered, compared };
}

/** The query with the instants that its range means now. */
export function indexQueryOf(query: CallsQuery, now: Date): IndexQuery {
  const { from, to, timezone = 'UTC', ...rest } = query;
  return { ...rest, ...resolveRange({ from, to }, timezone, now), timezone };
}

/** A range that began somewhere and was left open lasts until now: so it has a length and something before it. */
export function untilNow(query: IndexQuery, now: Date): IndexQuery {
  if (query.from === undefined || query.to !== undefined) return query;
  return { ...query, to: new Date(Math.max(now.getTime(), Date.parse(query.from))).toISOString() };
}
