import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type {
  ExtractionFacetsResponse,
  ExtractionResponse,
} from '@/lib/call/answers/extraction-responses';
import type {
  CostsResponse,
  FacetsResponse,
  IndexMeta,
  RangedPatterns,
  TimelineResponse,
} from '@/lib/call/answers/index-responses';
import type {
  AgreementResponse,
  NextResponse,
  PlaceResponse,
  ReviewResponse,
} from '@/lib/call/answers/review-responses';
import { ANYONE, type CallsQuery } from '@/lib/call/query/filters';
import type { BreakdownQuery } from '@/lib/call/query/routes/breakdown-query';
import type { ConversationsQuery } from '@/lib/call/query/routes/conversations-query';
import type { CostsQuery, GroupBy, Interval } from '@/lib/call/query/routes/costs-query';
import type { ExtractionFacetsQuery } from '@/lib/call/query/routes/extraction-query';
import type { NextQuery, ReviewQuery } from '@/lib/call/query/routes/review-query';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import {
  type CampaignLabels,
  labelledFacets,
  labelledGroups,
} from '@/lib/server/services/campaigns/labels';
import { maskFacets, maskTimeline } from '@/lib/server/services/redaction/answers';
import {
  groupMasks,
  maskExtraction,
  maskExtractionFacets,
} from '@/lib/server/services/redaction/extraction';
import {
  refuseKeys,
  refuseNumberQuestion,
} from '@/lib/server/services/redaction/numbers/number-questions';
import { shownTo } from '@/lib/server/services/redaction/shown';
import { resolveRange } from '@/lib/url/relative-range';
import { createAsking, indexQueryOf, untilNow } from './asking';

/**
 * What only the index can tell, as the one who asks may see it. Every method throws a {@link CallscopeError} when it
 * cannot or may not.
 */
export type IndexAnswers = {
  facets(query: CallsQuery, principal: Principal): Promise<FacetsResponse>;
  extraction(query: CallsQuery, principal: Principal): Promise<ExtractionResponse>;
  extractionFacets(
    query: ExtractionFacetsQuery,
    principal: Principal,
  ): Promise<ExtractionFacetsResponse>;
  timeline(
    query: CallsQuery & { interval?: Interval },
    principal: Principal,
  ): Promise<TimelineResponse>;
  costs(query: CostsQuery, principal: Principal): Promise<CostsResponse>;
  breakdown(query: BreakdownQuery, principal: Principal): Promise<BreakdownResponse>;
  patterns(query: CallsQuery, principal: Principal): Promise<RangedPatterns>;
  conversations(query: ConversationsQuery, principal: Principal): Promise<ConversationsResponse>;
  next(query: NextQuery, principal: Principal): Promise<NextResponse>;
  place(id: string, query: CallsQuery, principal: Principal): Promise<PlaceResponse>;
  review(query: ReviewQuery, principal: Principal): Promise<ReviewResponse>;
  agreement(query: CallsQuery, principal: Principal): Promise<AgreementResponse>;
};

type Parts = {
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  /** What campaigns are called now: names are not in the index, so that a new one shows at once. */
  campaignLabels: () => Promise<CampaignLabels>;
  now: () => Date;
};

export function createIndexAnswers({ index, meta, campaignLabels, now }: Parts): IndexAnswers {
  const { answered, compared } = createAsking({ index, meta, now });

  async function named<T extends { groups: { key: string | null; label: string }[] }>(
    answer: T,
    grouping: GroupBy,
  ): Promise<T> {
    return grouping === 'campaign' ? labelledGroups(answer, await campaignLabels()) : answer;
  }

  return {
    facets: async (query, principal) => {
      const question = indexQueryOf(query, now());
      const answer = await answered(principal, query, (store, signal) =>
        store.facets(question, signal),
      );
      const named = labelledFacets(answer, await campaignLabels());
      return shownTo(principal.who, named, maskFacets);
    },
    extraction: async (query, principal) => {
      const question = indexQueryOf(query, now());
      const about = { ...query, extracted: true };
      const answer = await answered(principal, about, (store, signal) =>
        store.extraction(question, signal),
      );
      return shownTo(principal.who, answer, maskExtraction);
    },
    extractionFacets: async ({ fields = [], ...query }, principal) => {
      refuseKeys(principal.who, fields);
      const question = { ...indexQueryOf(query, now()), fields };
      const about = { ...query, extracted: true };
      const answer = await answered(principal, about, (store, signal) =>
        store.extractionFacets(question, signal),
      );
      return shownTo(principal.who, answer, maskExtractionFacets);
    },
    patterns: (query, principal) => {
      const asked = now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      const current = { from: question.from ?? null, to: question.to ?? null };
      return answered(principal, query, async (store, signal) => ({
        ...(await store.patterns({ ...question, now: asked.toISOString() }, signal)),
        ranges: { current },
      }));
    },
    conversations: async ({ interval = 'day', group_by = 'use_case', ...query }, principal) => {
      const asked = now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      const about = { ...query, group_by, measures: true };
      const answer = await answered(principal, about, (store, signal) =>
        store.conversations({ ...question, interval, group_by, now: asked.toISOString() }, signal),
      );
      return shownTo(principal.who, answer, groupMasks(group_by));
    },
    next: ({ after, unrated_by = ANYONE, ...query }, principal) => {
      const question = { ...indexQueryOf(query, now()), after, unrated_by };
      return answered(principal, query, (store, signal) => store.next(question, signal));
    },
    place: (id, query, principal) => {
      const question = { ...indexQueryOf(query, now()), id };
      return answered(principal, query, (store, signal) => store.place(question, signal));
    },
    review: ({ reviewer, ...query }, principal) => {
      const asked = now();
      const { timezone = 'UTC' } = query;
      const { from: today = asked.toISOString() } = resolveRange(
        { from: 'today' },
        timezone,
        asked,
      );
      const question = { ...indexQueryOf(query, asked), reviewer, today };
      return answered(principal, query, (store, signal) => store.review(question, signal));
    },
    agreement: async (query, principal) => {
      // It is about people, not about calls: for those who are among them.
      authorise(principal.who, 'review');
      const question = indexQueryOf(query, now());
      return answered(principal, query, (store, signal) => store.agreement(question, signal));
    },
    timeline: async ({ interval = 'day', ...query }, principal) => {
      const asked = now();
      const question = { ...indexQueryOf(query, asked), interval, now: asked.toISOString() };
      const answer = await answered(principal, query, (store, signal) =>
        store.timeline(question, signal),
      );
      return shownTo(principal.who, answer, maskTimeline);
    },
    costs: async (
      { interval = 'day', group_by = 'none', compare = 'none', ...query },
      principal,
    ) => {
      const about = { compare, query: { ...query, group_by }, principal };
      const answer = await compared(about, (store, question, signal) =>
        store.costs({ ...question, interval, group_by }, signal),
      );
      return shownTo(principal.who, await named(answer, group_by), groupMasks(group_by));
    },
    breakdown: async (
      { interval, group_by = 'none', compare = 'none', successes = [], ...query },
      principal,
    ) => {
      const outcomes = successes.map((definition) => definition.outcomes);
      refuseNumberQuestion(principal.who, { classifications: outcomes.flat() });
      const about = { compare, query: { ...query, group_by }, principal };
      const answer = await compared(about, (store, question, signal) =>
        store.breakdown({ ...question, interval, group_by, successes: outcomes }, signal),
      );
      return shownTo(principal.who, await named(answer, group_by), groupMasks(group_by));
    },
  };
}
