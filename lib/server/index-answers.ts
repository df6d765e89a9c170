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
import type { IndexQuery, IndexStore } from './index/store';
import type { IndexHandle } from './index-handle';

/** What only the index can tell. Every method throws a {@link CallscopeError} when it cannot. */
export type IndexAnswers = {
  facets(query: CallsQuery): Promise<FacetsResponse>;
  timeline(query: CallsQuery & { interval?: Interval }): Promise<TimelineResponse>;
  costs(query: CostsQuery): Promise<CostsResponse>;
  patterns(query: CallsQuery): Promise<RangedPatterns>;
  next(query: NextQuery): Promise<NextResponse>;
  review(query: ReviewQuery): Promise<ReviewResponse>;
};

type Parts = {
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  now: () => Date;
};

export function createIndexAnswers({ index, meta, now }: Parts): IndexAnswers {
  /** Asks the index and adds how far it can be trusted. */
  async function answered<Answer>(
    ask: (store: IndexStore) => Promise<Answer>,
  ): Promise<Answer & { meta: IndexMeta }> {
    const store = await index.store();
    const [answer, known] = await Promise.all([ask(store), meta(store)]);
    return { ...answer, meta: known };
  }

  return {
    facets: (query) => answered((store) => store.facets(indexQueryOf(query, now()))),
    patterns: (query) => {
      const asked = now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      const current = { from: question.from ?? null, to: question.to ?? null };
      return answered(async (store) => ({
        ...(await store.patterns(question)),
        ranges: { current },
      }));
    },
    next: ({ after, unrated_by = ANYONE, ...query }) => {
      const question = { ...indexQueryOf(query, now()), after, unrated_by };
      return answered((store) => store.next(question));
    },
    review: ({ reviewer, ...query }) => {
      const asked = now();
      const { timezone = 'UTC' } = query;
      const { from: today = asked.toISOString() } = resolveRange(
        { from: 'today' },
        timezone,
        asked,
      );
      return answered((store) => store.review({ ...indexQueryOf(query, asked), reviewer, today }));
    },
    timeline: ({ interval = 'day', ...query }) => {
      const asked = now();
      const question = { ...indexQueryOf(query, asked), interval, now: asked.toISOString() };
      return answered((store) => store.timeline(question));
    },
    costs: ({ interval = 'day', group_by = 'none', compare = 'none', ...query }) => {
      const asked = now();
      const question = {
        ...untilNow(indexQueryOf(query, asked), asked),
        interval,
        group_by,
        compare: compare === 'previous',
        now: asked.toISOString(),
      };
      return answered((store) => store.costs(question));
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
