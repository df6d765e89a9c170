import * as z from 'zod/mini';
import type { AskedMeasure } from '@/lib/call/conversation/keys';
import { LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import { HELD_KEYS, oddFieldSchema } from './upstream-check';

/** How much of the account the index knows, and since when. Instants are ISO 8601 in UTC. */
export const coverageSchema = z.object({
  /** From where to where every call is known; null while there is nothing of the kind. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  /** Every call of the account was read at least once. */
  complete: z.boolean(),
  indexed: z.number(),
  /** How many calls HappyRobot said there are; null as long as it was not asked, and where it does not count them. */
  upstream_count: z.nullable(z.number()),
  /** How many records came that have no id and are in no answer. */
  unreadable: z.number(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** With the filter `said`: of how many calls it is known what was said, and how many the index has. */
export const searchedSchema = z.object({ searched: z.number(), calls: z.number() });
export type Searched = z.infer<typeof searchedSchema>;

/** Where an answer depends on how conversations went: of how many calls that is known, and how many the index has. */
export const measuredSchema = z.object({ measured: z.number(), calls: z.number() });
export type Measured = z.infer<typeof measuredSchema>;

/** Where an answer depends on extracted values: of how many calls they are known, and how many the index has. */
export const extractedSchema = z.object({ extracted: z.number(), calls: z.number() });

export const indexMetaSchema = z.object({
  source: z.literal('index'),
  /** When the index last heard from HappyRobot; null: never. */
  as_of: z.nullable(z.string()),
  coverage: coverageSchema,
  said: z.optional(searchedSchema),
  measured: z.optional(measuredSchema),
  extracted: z.optional(extractedSchema),
});
export type IndexMeta = z.infer<typeof indexMetaSchema>;

export const FACET_KEYS = ['type', ...LIST_FILTER_KEYS] as const;
export type FacetKey = (typeof FACET_KEYS)[number];

/** `value` is what the filter takes; `label` is what a person reads. */
const facetValueSchema = z.object({ value: z.string(), label: z.string(), count: z.number() });
export type FacetValue = z.infer<typeof facetValueSchema>;

const facet = z.array(facetValueSchema);
const range = z.object({ min: z.nullable(z.number()), max: z.nullable(z.number()) });
/** Bars of a histogram: `from` is in the bar, `to` is not (but for the last bar's). */
export const histogramSchema = z.array(
  z.object({ from: z.number(), to: z.number(), count: z.number() }),
);

/** The same of each measure of a conversation that can be asked about. */
export function measuredOf<Schema>(schema: Schema) {
  return {
    talk_share: schema,
    silence: schema,
    interruptions: schema,
    response_time: schema,
    tool_errors: schema,
  } satisfies Record<AskedMeasure, Schema>;
}

/**
 * `GET /api/facets`. Durations are in seconds, costs are amounts, `created` are ISO 8601 instants. Each facet,
 * range and histogram is counted with all filters but its own; in a sample within it.
 */
export const facetsResponseSchema = z.object({
  count: z.number(),
  facets: z.object({
    type: facet,
    statuses: facet,
    tags: facet,
    models: facet,
    ratings: facet,
    use_cases: facet,
    campaigns: facet,
    agents: facet,
    languages: facet,
    providers: facet,
    classifications: facet,
  }),
  ranges: z.object({
    duration: range,
    cost: range,
    ...measuredOf(range),
    created: z.object({ min: z.nullable(z.string()), max: z.nullable(z.string()) }),
  }),
  /** Those of how conversations went only with `measures=true`. */
  histograms: z.object({
    duration: histogramSchema,
    cost: histogramSchema,
    ...measuredOf(z.optional(histogramSchema)),
  }),
  /** How many calls match with the flag set to true. */
  flags: z.object({
    has_notes: z.number(),
    flagged: z.number(),
    rated: z.number(),
    contested: z.number(),
    has_cost: z.number(),
    has_outcome: z.number(),
  }),
  meta: indexMetaSchema,
});
export type FacetsResponse = z.infer<typeof facetsResponseSchema>;

export const bucketShape = {
  /** First instant, with the zone's offset at that moment: `2026-11-01T00:00:00-05:00`. */
  start: z.string(),
  /** First instant after it. */
  end: z.string(),
  /** Cut by the range or by now. */
  partial: z.boolean(),
};

/** `GET /api/timeline`: calls by bucket and status, for the strip above the table. */
export const timelineResponseSchema = z.object({
  interval: z.enum(['hour', 'day', 'week', 'month']),
  buckets: z.array(
    z.object({ ...bucketShape, calls: z.number(), statuses: z.record(z.string(), z.number()) }),
  ),
  meta: indexMetaSchema,
});
export type TimelineResponse = z.infer<typeof timelineResponseSchema>;

/** Amounts in the account's currency, minutes of talk. Calls without a cost count in `calls_without_cost` only. */
const sums = {
  calls: z.number(),
  calls_without_cost: z.number(),
  minutes: z.number(),
  total: z.number(),
  voip: z.number(),
  transcriber: z.number(),
  llm: z.number(),
  tts: z.number(),
  other: z.number(),
  /** By call with a cost; null where there is none. */
  per_call: z.nullable(z.number()),
  /** By minute of calls with a cost; null where there is none. */
  per_minute: z.nullable(z.number()),
};
export const sumsSchema = z.object(sums);
export type Sums = z.infer<typeof sumsSchema>;

const seriesPoint = z.object({ ...bucketShape, ...sums });
export type SeriesPoint = z.infer<typeof seriesPoint>;

const group = z.object({
  /** What the filter takes; null for all groups after the 20 largest. */
  key: z.nullable(z.string()),
  label: z.string(),
  ...sums,
  /** Of the cost of a call; null where none has a cost. */
  p50: z.nullable(z.number()),
  p95: z.nullable(z.number()),
});
export type CostGroup = z.infer<typeof group>;

const instantRange = z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) });

const previousPeriodSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** A whole part of the calendar, as much of one as is over, or as many days. */
  kind: z.enum(['calendar', 'elapsed', 'days']),
  /** Since when calls are known, where that is later than `from`: then nothing is compared. Null: all are known. */
  known_from: z.nullable(z.string()),
});

export type PreviousPeriod = z.infer<typeof previousPeriodSchema>;

/** What is compared: instants, both ends inclusive. `previous` is null where nothing is, or nothing can be. */
export const periodsSchema = z.object({
  current: instantRange,
  previous: z.nullable(previousPeriodSchema),
});
export type Periods = z.infer<typeof periodsSchema>;

/** `GET /api/costs`. */
export const costsResponseSchema = z.object({
  totals: sumsSchema,
  /** Null where nothing is compared, and where the index does not know all of the period. */
  previous: z.nullable(sumsSchema),
  periods: periodsSchema,
  series: z.array(seriesPoint),
  /** The buckets of the period before; empty unless `previous` is known. */
  previous_series: z.array(seriesPoint),
  groups: z.array(group),
  /** A call can be in several groups, so that they do not add up. */
  overlapping: z.boolean(),
  meta: indexMetaSchema,
});
export type CostsResponse = z.infer<typeof costsResponseSchema>;

const patternsSchema = z.object({
  /**
   * Weekday 1 is Monday; hours by the clocks of the zone; cells without calls are left out. `total` is null where none
   * has a cost. `occurrences`: how often the hour came round in the range, less what the range cuts off, at least 1.
   */
  cells: z.array(
    z.object({
      weekday: z.number(),
      hour: z.number(),
      calls: z.number(),
      total: z.nullable(z.number()),
      occurrences: z.number(),
    }),
  ),
  /** Calls that cost something: `from` is in the bar, `to` is not, but for the first and the last. */
  distribution: histogramSchema,
  /** The last bar has every call that costs as much or more. */
  open_end: z.boolean(),
  /** Calls that cost exactly nothing, and those that cost less: they are in no bar. */
  free: z.number(),
  below_zero: z.number(),
  /** By nearest rank, of all calls with a cost; null where there is none. */
  p50: z.nullable(z.number()),
  p95: z.nullable(z.number()),
  meta: indexMetaSchema,
});
/** When calls are made, and what single calls cost. */
export type PatternsResponse = z.infer<typeof patternsSchema>;

/** `GET /api/costs/patterns`: the patterns, and the instants that they cover, both ends inclusive. */
export const patternsResponseSchema = z.extend(patternsSchema, {
  ranges: z.object({ current: instantRange }),
});
export type RangedPatterns = z.infer<typeof patternsResponseSchema>;

const syncError = z.nullable(z.object({ code: z.string(), message: z.string(), at: z.string() }));

/** How an instance stands with the record that it shares with others. */
export const recordConditionSchema = z.object({
  /** `away`: what others read and write comes late, and what is written here reaches them later. */
  record: z.enum(['connected', 'away']),
  /** Whether this instance is the one that reads HappyRobot for all. */
  leader: z.boolean(),
  /** For how long its index has not had all of the record. */
  lag_seconds: z.number(),
});
export type RecordCondition = z.infer<typeof recordConditionSchema>;

/** `GET /api/sync`: what the index is doing. Instants are ISO 8601 in UTC. */
export const syncResponseSchema = z.object({
  state: z.enum(['backfilling', 'idle', 'error']),
  indexed: z.number(),
  upstream_count: z.nullable(z.number()),
  oldest: z.nullable(z.string()),
  newest: z.nullable(z.string()),
  last_success: z.nullable(z.string()),
  progress: z.nullable(
    z.object({
      done: z.number(),
      total: z.number(),
      /** Calls per second; null until it can be told. */
      rate: z.nullable(z.number()),
      seconds_left: z.nullable(z.number()),
    }),
  ),
  last_error: syncError,
  /** Records that could not be read and are kept aside. */
  rejected: z.object({
    count: z.number(),
    /** How many once could not be read and are in the index now. */
    recovered: z.number(),
    latest: z.array(
      z.object({ id: z.nullable(z.string()), problem: z.string(), seen_at: z.string() }),
    ),
  }),
  /** How many calls HappyRobot counts that the index does not have, for longer than a moment. */
  missing: z.number(),
  /** Calls that HappyRobot no longer lists, too many at once to be taken for deleted; null: none. */
  suspicion: z.nullable(z.object({ vanished: z.number(), known: z.number(), since: z.string() })),
  /** How far what was said on calls is kept; they are read when all calls were. */
  transcripts: z.object({
    state: z.enum(['off', 'waiting', 'reading', 'idle', 'error']),
    /** Of how many calls it is known what was said. */
    read: z.number(),
    /** Of how many of them that is nothing: they have no transcript. */
    without: z.number(),
    /** Calls per second; null until it can be told. */
    rate: z.nullable(z.number()),
    last_error: syncError,
  }),
  /** Fields that HappyRobot sent and its documentation does not name. */
  unknown_fields: z.array(z.string()),
  /** Fields that do not fit their documented shape and were set aside. */
  odd_fields: z.array(oddFieldSchema),
  /** Filters of a list, or its order, that HappyRobot was seen to ignore: the index answers such lists. */
  ignored_filters: z.array(z.enum(HELD_KEYS)),
  /** Only where several instances share a record; `reason` says why it is away. */
  shared: z.optional(z.extend(recordConditionSchema, { reason: z.nullable(z.string()) })),
});
export type SyncResponse = z.infer<typeof syncResponseSchema>;
/** What the sync itself tells of it. */
export type SyncStatus = Omit<SyncResponse, 'ignored_filters' | 'odd_fields'>;

/** `GET /api/calls/export/turn`: how many exports come before this one; null when it does not wait. */
export const exportTurnSchema = z.object({ before: z.nullable(z.number()) });
