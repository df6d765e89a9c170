import type { CostsQuery, Interval } from '@/lib/call/costs-query';
import { ANYONE, type CallsQuery } from '@/lib/call/filters';
import type {
  CostsResponse,
  FacetsResponse,
  IndexMeta,
  RangedPatterns,
  TimelineResponse,
} from '@/lib/call/index-responses';
import type { NextQuery, ReviewQuery } from '@/lib/call/review-query';
import type { NextResponse, ReviewResponse } from '@/lib/call/review-responses';
import { resolveRange } from '@/lib/url/relative-range';
import type { Asker } from './auth/asker';
import { authorise } from './auth/authorise';
import type { IndexQuery, IndexStore } from './index/store';
import type { IndexHandle } from './index-handle';
import { maskCosts, maskFacets, maskTimeline } from './masks/answers';
import { refuseNumberQuestion } from './masks/number-questions';
import { shownTo } from './masks/shown';

/**
 * What only the index can tell, as the one who asks may see it. Every method throws a {@link CallscopeError} when it
 * cannot or may not.
 */
export type IndexAnswers = {
  facets(query: CallsQuery, asker: Asker): Promise<FacetsResponse>;
  timeline(query: CallsQuery & { interval?: Interval }, asker: Asker): Promise<TimelineResponse>;
  costs(query: CostsQuery, asker: Asker): Promise<CostsResponse>;
  patterns(query: CallsQuery, asker: Asker): Promise<RangedPatterns>;
  next(query: NextQuery, asker: Asker): Promise<NextResponse>;
  review(query: ReviewQuery, asker: Asker): Promise<ReviewResponse>;
};

type Parts = {
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  now: () => Date;
};

export function createIndexAnswers({ index, meta, now }: Parts): IndexAnswers {
  /** Asks the index what may be asked and adds how far it can be trusted. */
  async function answered<Answer>(
    { who, signal }: Asker,
    query: CallsQuery,
    ask: (store: IndexStore, signal?: AbortSignal) => Promise<Answer>,
  ): Promise<Answer & { meta: IndexMeta }> {
    authorise(who, 'read');
    refuseNumberQuestion(who, query);
    const store = await index.store();
    const [answer, known] = await Promise.all([ask(store, signal), meta(store)]);
    return { ...answer, meta: known };
  }

  return {
    facets: async (query, asker) => {
      const question = indexQueryOf(query, now());
      const answer = await answered(asker, query, (store, signal) =>
        store.facets(question, signal),
      );
      return shownTo(asker.who, answer, maskFacets);
    },
    patterns: (query, asker) => {
      const asked = now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      const current = { from: question.from ?? null, to: question.to ?? null };
      return answered(asker, query, async (store, signal) => ({
        ...(await store.patterns(question, signal)),
        ranges: { current },
      }));
    },
    next: ({ after, unrated_by = ANYONE, ...query }, asker) => {
      const question = { ...indexQueryOf(query, now()), after, unrated_by };
      return answered(asker, query, (store, signal) => store.next(question, signal));
    },
    review: ({ reviewer, ...query }, asker) => {
      const asked = now();
      const { timezone = 'UTC' } = query;
      const { from: today = asked.toISOString() } = resolveRange(
        { from: 'today' },
        timezone,
        asked,
      );
      const question = { ...indexQueryOf(query, asked), reviewer, today };
      return answered(asker, query, (store, signal) => store.review(question, signal));
    },
    timeline: async ({ interval = 'day', ...query }, asker) => {
      const asked = now();
      const question = { ...indexQueryOf(query, asked), interval, now: asked.toISOString() };
      const answer = await answered(asker, query, (store, signal) =>
        store.timeline(question, signal),
      );
      return shownTo(asker.who, answer, maskTimeline);
    },
    costs: async ({ interval = 'day', group_by = 'none', compare = 'none', ...query }, asker) => {
      const asked = now();
      const question = {
        ...untilNow(indexQueryOf(query, asked), asked),
        interval,
        group_by,
        compare: compare === 'previous',
        now: asked.toISOString(),
      };
      const answer = await answered(asker, query, (store, signal) => store.costs(question, signal));
      return shownTo(asker.who, answer, maskCosts);
    },
  };
}

/** The query with the instants that its range means now. */
export function indexQueryOf(query: CallsQuery, now: Date): IndexQuery {
  const { from, to, timezone = 'UTC', ...rest } = query;
  return { ...rest, ...resolveRange({ from, to }, timezone, now), timezone };
}

/** A range that began somewhere and was left open lasts until now: so it has a length and something before it. */
function untilNow(query: IndexQuery, now: Date): IndexQuery {
  if (query.from === undefined || query.to !== undefined) return query;
  return { ...query, to: new Date(Math.max(now.getTime(), Date.parse(query.from))).toISOString() };
}
