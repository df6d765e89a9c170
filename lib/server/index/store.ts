import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type { ExtractionFacet, ExtractionResponse } from '@/lib/call/answers/extraction-responses';
import type {
  CostsResponse,
  FacetsResponse,
  PatternsResponse,
  TimelineResponse,
} from '@/lib/call/answers/index-responses';
import type {
  OutcomeFieldsResponse,
  OutcomePairsResponse,
  OutcomesResponse,
  OutcomeValuesResponse,
} from '@/lib/call/answers/outcomes-responses';
import type {
  AgreementResponse,
  NextResponse,
  PlaceResponse,
  ReviewResponse,
} from '@/lib/call/answers/review-responses';
import type { OddField } from '@/lib/call/answers/upstream-check';
import type { Call, CallRow } from '@/lib/call/call';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import type { CostComponent, Micros } from '@/lib/call/costs/costs';
import type { CallCostSum, CostsByDay } from '@/lib/call/costs/outlook/day-costs';
import type { OddCall } from '@/lib/call/odd/odd';
import type { CallsQuery } from '@/lib/call/query/filters';
import type { ConversationGroupBy } from '@/lib/call/query/routes/conversations-query';
import type { GroupBy, Interval } from '@/lib/call/query/routes/costs-query';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Transcript } from '@/lib/call/transcript/transcript';
import type { PackedCalls } from './documents/packed-calls';

/** A question to the index: `from` and `to` are instants (relative ranges are resolved), the zone is named. */
export type IndexQuery = Omit<CallsQuery, 'from' | 'to' | 'timezone'> & {
  from?: string;
  to?: string;
  timezone: string;
};

/** What is asked of the hours of the week, as of `now`: later hours have not come round yet. */
export type PatternsQuestion = IndexQuery & { now: string };

/** A question about two periods. */
export type PeriodsQuestion = IndexQuery & {
  /** The period to add up beside the range; null: none. */
  previous: { from: string; to: string } | null;
  /** Buckets are marked partial when they reach beyond it, and an open range ends here. */
  now: string;
};

export type CostsQuestion = PeriodsQuestion & { interval: Interval; group_by: GroupBy };

/** What groups of calls come to in two periods. */
export type BreakdownQuestion = PeriodsQuestion & {
  group_by: GroupBy;
  /** Also answer for each bucket. */
  interval?: Interval;
  /** The outcomes of each kind of success. */
  successes: readonly string[][];
};

/** What was spent day by day until `now`, of the calls that match; their dates are not asked for, and no sample is drawn. */
export type OutlookQuestion = Omit<IndexQuery, 'from' | 'to' | 'sample' | 'share'> & {
  now: string;
  /** How many days before today are told. */
  days: number;
};

/** Sums in millionths; days and hours are those of the zone's clocks. */
export type OutlookFacts = {
  today: number;
  days: CostsByDay;
  /** Of today and the same weekday in the weeks before, by hour. */
  hours: { day: number; hour: number; sum: CallCostSum }[];
  /** When the first call began that matches; null: there is none. */
  oldest: string | null;
};

export type SpendingQuestion = { timezone: string; now: string; days: number; use_cases: string[] };

/** What was spent in all, and in single use cases. */
export type SpendingFacts = { today: number; all: Spending; use_cases: Map<string, Spending> };
export type Spending = Pick<OutlookFacts, 'days' | 'oldest'> & {
  /** What people call the use case; null where the index knows no call of it. */
  name: string | null;
};

/** Which call to review next: the first in the order of the list, beyond a call, that somebody has not rated. */
export type NextQuestion = IndexQuery & {
  /** The call to go on from, which need not match itself; absent: from the start of the list. */
  after?: string;
  /** An address, or `anyone`: then nobody has rated it. */
  unrated_by: string;
};

/** Where a call stands in the order of a list. */
export type PlaceQuestion = IndexQuery & { id: string };

export type ReviewQuestion = IndexQuery & {
  /** Whose ratings of today are counted; absent: nobody's. */
  reviewer?: string;
  /** When today began: an instant. */
  today: string;
};

export type ConversationsQuestion = IndexQuery & {
  interval: Interval;
  group_by: ConversationGroupBy;
  /** Buckets are marked partial when they reach beyond it, and an open range ends here. */
  now: string;
};

export type OutcomesQuestion = PeriodsQuestion & {
  interval: Interval;
  group_by: GroupBy;
  /** The outcomes of each kind of success. */
  successes: readonly string[][];
};

/** Of one key more is told. */
export type OutcomeFieldsQuestion = IndexQuery & { field?: string; now: string };

/** Two keys. */
export type OutcomePairsQuestion = IndexQuery & { field: string; against: string };

export type OutcomeValuesQuestion = PeriodsQuestion & {
  field: string;
  /** Also answer for each bucket. */
  interval?: Interval;
  group_by: GroupBy;
};

/** A record that could not be read, kept aside. */
export type RejectedRecord = { id?: string; problem: string };

/** What was read from HappyRobot at one moment; it is kept whole or not at all. */
export type SeenPage = {
  /** With `use_case` whole or cut down to what a row shows: a configuration that is known stays known. */
  calls: readonly Call[];
  rejected?: readonly RejectedRecord[];
  /** When it was read: ISO 8601 in UTC. */
  at: string;
  /** By id, of calls that were seen at another moment than `at`: milliseconds since 1970. */
  seenAt?: ReadonlyMap<string, number>;
  /** By id, in how many complete reads a call was missing since it was seen; absent: in none. */
  absences?: ReadonlyMap<string, number>;
  /** The sync's own notes by key, kept in the same transaction as the calls. */
  state?: Readonly<Record<string, unknown>>;
};

/** What keeping a page changed; `recovered` could not be read before. */
export type KeptPage = { added: number; changed: number; recovered: number };

/** What calls of a day, a use case and a model cost by one component, and for how long they lasted. */
export type DailyCost = {
  /** Days since 1970 in UTC. */
  day: number;
  use_case: { id: string; name: string | null } | null;
  model: string | null;
  component: CostComponent;
  /** Those above or at zero and those below it are added up apart. */
  negative: boolean;
  micros: Micros;
  calls: number;
  /** Milliseconds; null of the calls of which it is not known, which are apart, too. */
  duration: number | null;
};

/** How much of what matches has a cost, and what is unusual about it. */
export type CostFacts = {
  calls: number;
  calls_with_cost: number;
  calls_with_negative_component: number;
  calls_with_cost_of_unknown_duration: number;
  /** Calls with fields that were set aside, as they were not what they should be. */
  odd_calls: number;
  micros: Record<CostComponent | 'total', Micros>;
};

/** What the index holds. Instants are ISO 8601 in UTC; null while it is empty. */
export type IndexContent = {
  indexed: number;
  oldest: string | null;
  newest: string | null;
  rejected: {
    count: number;
    latest: { id: string | null; problem: string; seen_at: string }[];
  };
};

/** A call whose transcript is to be read. */
export type DueTranscript = {
  id: string;
  /** Where the call lies in the index. */
  place: number;
  /** How the call stands: another one later means that its transcript may be another one, too. */
  course: string;
  /** When the call ended, as far as it is known; milliseconds since 1970. */
  ended: number;
};

/** What came of asking for a transcript. */
export type KeptTranscript = {
  of: DueTranscript;
  /** Null: there is none. */
  transcript: Transcript | null;
  /** When to ask again, in milliseconds since 1970; null: once the call has changed. */
  again: number | null;
};

/** Of how many calls it is known what was said, so that it can be searched, and of how many of those that is nothing. */
export type TranscriptContent = { read: number; without: number };

export type CallPage = {
  calls: CallRow[];
  count: number;
  odd: OddCall[];
  /** What was said on each, by id, where that was asked about. */
  spoken?: ReadonlyMap<string, readonly SpokenTurn[]>;
};

type WithoutMeta<T> = Omit<T, 'meta'>;

/** Groups, and the range that they cover. */
export type BreakdownAnswer = Omit<BreakdownResponse, 'meta' | 'periods'> &
  Pick<CostsAnswer, 'range'>;

/** Sums, and the range that they cover: instants, null where nothing bounds it. */
export type CostsAnswer = Omit<CostsResponse, 'meta' | 'periods'> & {
  range: { from: string | null; to: string | null };
};

export type ConversationsAnswer = WithoutMeta<ConversationsResponse>;

export type OutcomesAnswer = Omit<OutcomesResponse, 'meta' | 'periods'> &
  Pick<CostsAnswer, 'range'>;
export type OutcomeFieldsAnswer = WithoutMeta<OutcomeFieldsResponse>;
export type OutcomePairsAnswer = WithoutMeta<OutcomePairsResponse>;
export type OutcomeValuesAnswer = Omit<OutcomeValuesResponse, 'meta' | 'periods'> &
  Pick<CostsAnswer, 'range'>;

/**
 * The memory of calls beside HappyRobot. Calls that are marked as gone are in no answer. Every method throws a
 * {@link CallscopeError} with `index_failed` when the engine cannot answer, `index_timeout` when that takes too long and
 * `index_overloaded` when there is no room for it; a question ends when its `signal` says that nobody waits any more.
 */
export interface IndexStore {
  /** Adds what is new and replaces what has changed, in one transaction. */
  keep(page: SeenPage): Promise<KeptPage>;
  /** One page, ordered like the upstream: by `created`, then by id, both in the direction of `sort`. */
  page(query: IndexQuery, signal?: AbortSignal): Promise<CallPage>;
  /** @throws `not_found` when the call to go on from was never seen. */
  next(question: NextQuestion, signal?: AbortSignal): Promise<WithoutMeta<NextResponse>>;
  /** @throws `not_found` when the call was never seen. */
  place(question: PlaceQuestion, signal?: AbortSignal): Promise<WithoutMeta<PlaceResponse>>;
  /** How far the review of the calls that match has come. */
  review(question: ReviewQuestion, signal?: AbortSignal): Promise<WithoutMeta<ReviewResponse>>;
  /** How the conversations of calls went, by id; calls whose transcript was not read are left out. */
  measures(ids: readonly string[], signal?: AbortSignal): Promise<Map<string, CallMeasures>>;
  /** How far people agree who rated the same of the calls that match. */
  agreement(query: IndexQuery, signal?: AbortSignal): Promise<WithoutMeta<AgreementResponse>>;
  /** Also finds a call that is gone from HappyRobot; undefined when it was never seen. */
  call(id: string, signal?: AbortSignal): Promise<Call | undefined>;
  /** Whether the filter `family` finds all of the family of a call: a very large one is cut. */
  isFamilyWhole(id: string, signal?: AbortSignal): Promise<boolean>;
  facets(query: IndexQuery, signal?: AbortSignal): Promise<WithoutMeta<FacetsResponse>>;
  /** What the calls that match were found out about. */
  extraction(query: IndexQuery, signal?: AbortSignal): Promise<WithoutMeta<ExtractionResponse>>;
  /** Keys of extractions as facets, each counted with all filters but its own. */
  extractionFacets(
    question: IndexQuery & { fields: readonly string[] },
    signal?: AbortSignal,
  ): Promise<{ fields: ExtractionFacet[] }>;
  timeline(
    query: IndexQuery & { interval: Interval; now: string },
    signal?: AbortSignal,
  ): Promise<WithoutMeta<TimelineResponse>>;
  costs(question: CostsQuestion, signal?: AbortSignal): Promise<CostsAnswer>;
  patterns(
    question: PatternsQuestion,
    signal?: AbortSignal,
  ): Promise<WithoutMeta<PatternsResponse>>;
  /** @throws `transcripts_off` where conversations are not kept. */
  conversations(
    question: ConversationsQuestion,
    signal?: AbortSignal,
  ): Promise<ConversationsAnswer>;
  outcomes(question: OutcomesQuestion, signal?: AbortSignal): Promise<OutcomesAnswer>;
  outcomeFields(
    question: OutcomeFieldsQuestion,
    signal?: AbortSignal,
  ): Promise<OutcomeFieldsAnswer>;
  outcomePairs(question: OutcomePairsQuestion, signal?: AbortSignal): Promise<OutcomePairsAnswer>;
  outcomeValues(
    question: OutcomeValuesQuestion,
    signal?: AbortSignal,
  ): Promise<OutcomeValuesAnswer>;
  outlook(question: OutlookQuestion, signal?: AbortSignal): Promise<OutlookFacts>;
  spending(question: SpendingQuestion, signal?: AbortSignal): Promise<SpendingFacts>;
  breakdown(question: BreakdownQuestion, signal?: AbortSignal): Promise<BreakdownAnswer>;
  /**
   * Every call that matches in the order of {@link page}, a batch at a time, as of one moment. Walk through each batch
   * once, before the next.
   */
  export(query: IndexQuery, signal?: AbortSignal): AsyncIterable<Iterable<CallRow>>;
  /** The same calls as they lie in the index, thousands at a time, for another thread to read them. */
  packed(query: IndexQuery, signal?: AbortSignal): AsyncIterable<PackedCalls>;
  /**
   * The costs of the calls that match by day, some days at a time, as of one moment. Added up they are the totals of
   * {@link costs}: a call without a total has no cost.
   */
  dailyCosts(query: IndexQuery, signal?: AbortSignal): AsyncIterable<DailyCost[]>;
  costFacts(query: IndexQuery, signal?: AbortSignal): Promise<CostFacts>;
  content(): Promise<IndexContent>;
  /** Fields that do not fit their documented shape, the most frequent first. */
  oddFields(): Promise<OddField[]>;
  /** When calls were first seen, for those of the ids that have no other time: ISO 8601 in UTC. */
  firstSeen(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * The ids of the calls created in a window, both ends inclusive, and in how many reads each was missing. Calls that
   * came without a time are left out: nobody knows in which window they come.
   */
  idsBetween(from: string, to: string): Promise<{ id: string; absences: number }[]>;
  /** Notes that calls were missing from a complete read of their time; after two of them they are gone. */
  markAbsent(ids: readonly string[]): Promise<void>;
  /** The sync's note under a key, as it was kept; undefined when there is none. */
  state(key: string): Promise<unknown>;
  /** The calls that have ended and whose transcripts are to be read, newest first, but not those at some places. */
  dueTranscripts(now: number, limit: number, except: readonly number[]): Promise<DueTranscript[]>;
  /** Keeps what was said in place of what was known of the same calls; all that belongs to a call at once. */
  keepTranscripts(batch: readonly KeptTranscript[]): Promise<void>;
  /**
   * Measures anew what was measured by other definitions, and takes words anew, from what is kept; how many calls that
   * were, 0: none is left.
   */
  remeasure(): Promise<number>;
  /** Takes in what was found out on calls from their documents where that was not done yet; how many calls, 0: none is left. */
  fillExtracted(): Promise<number>;
  /** Of how many calls it is known what was found out on them. */
  extractedCalls(): Promise<number>;
  transcriptContent(): Promise<TranscriptContent>;
  /** Of how many calls it is known how the conversation went. */
  measuredCalls(): Promise<number>;
  close(): Promise<void>;
}
