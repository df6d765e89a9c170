import * as z from 'zod/mini';
import { VALUE_TYPES } from '@/lib/call/extraction/read-value';
import { bucketShape, indexMetaSchema, periodsSchema } from './index-responses';

const numberOrNull = z.nullable(z.number());

const counts = {
  calls: z.number(),
  /** How many of them reached somebody. */
  reached: z.number(),
  /** How many of those came to an outcome of each success that was asked about, in that order. */
  chosen: z.array(z.number()),
  calls_without_cost: z.number(),
  /** What they cost, of those with a cost. */
  total: z.number(),
};
export const outcomeCountsSchema = z.object(counts);
/** How far some calls came, and what they cost. */
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

/** What the filter takes; null for all groups after the 20 largest. */
const named = { key: z.nullable(z.string()), label: z.string() };

/** `GET /api/outcomes`. */
export const outcomesResponseSchema = z.object({
  totals: outcomeCountsSchema,
  /** Null where nothing is compared, and where the index does not know all of the period. */
  previous: z.nullable(outcomeCountsSchema),
  periods: periodsSchema,
  /** The 20 most frequent outcomes of either period, and all others as one with the key null. */
  outcomes: z.array(z.object({ ...named, calls: z.number(), previous: numberOrNull })),
  /** By bucket, `outcomes` with a count for each of them. */
  series: z.array(z.object({ ...bucketShape, ...counts, outcomes: z.array(z.number()) })),
  /** The 20 groups with most calls in either period, and all others as one; `outcomes` as in the series. */
  groups: z.array(
    z.object({
      ...named,
      ...counts,
      outcomes: z.array(z.number()),
      previous: z.nullable(outcomeCountsSchema),
    }),
  ),
  /** A call can be in several groups, so that they do not add up. */
  overlapping: z.boolean(),
  meta: indexMetaSchema,
});
export type OutcomesResponse = z.infer<typeof outcomesResponseSchema>;

const figures = {
  calls: z.number(),
  /** How many of them have a number, and how many numbers those are: a list can hold several. */
  filled: z.number(),
  values: z.number(),
  sum: numberOrNull,
  mean: numberOrNull,
  min: numberOrNull,
  max: numberOrNull,
  /** By nearest rank, so that each is a number that was found out. */
  p5: numberOrNull,
  p25: numberOrNull,
  median: numberOrNull,
  p75: numberOrNull,
  p95: numberOrNull,
  calls_without_cost: z.number(),
  /** What all of the calls cost, of those with a cost. */
  total: z.number(),
};
export const valueFiguresSchema = z.object(figures);
/** What the numbers of some calls come to; null where there is none. */
export type ValueFigures = z.infer<typeof valueFiguresSchema>;

/** `GET /api/outcomes/values`. */
export const outcomeValuesResponseSchema = z.object({
  /** Most numbers that name a unit name this one; null: none does. */
  unit: z.nullable(z.string()),
  /** How many numbers are measured in something else: they are in no figure. */
  other_units: z.array(z.object({ unit: z.string(), count: z.number() })),
  totals: valueFiguresSchema,
  previous: z.nullable(valueFiguresSchema),
  periods: periodsSchema,
  /** Empty unless an interval was asked for. */
  series: z.array(z.object({ ...bucketShape, ...figures })),
  /** The same of the period before, with its own dates; empty unless one is compared. */
  previous_series: z.array(z.object({ ...bucketShape, ...figures })),
  groups: z.array(z.object({ ...named, ...figures, previous: z.nullable(valueFiguresSchema) })),
  overlapping: z.boolean(),
  meta: indexMetaSchema,
});
export type OutcomeValuesResponse = z.infer<typeof outcomeValuesResponseSchema>;

const axis = z.object({
  /** Most numbers that name a unit name this one; null: none does. */
  unit: z.nullable(z.string()),
  /** How many numbers are measured in something else: they are nowhere. */
  other_units: z.array(z.object({ unit: z.string(), count: z.number() })),
  /** How many of the calls have a number of the key. */
  filled: z.number(),
});
/** Both ends inclusive, to the millionth: `min_x.` and `max_x.` of them find the calls of a bin. */
const bins = z.array(z.object({ min: z.number(), max: z.number() }));

/** `GET /api/outcomes/pairs`: `x` is `field`, `y` is `against`. */
export const outcomePairsResponseSchema = z.object({
  calls: z.number(),
  /** How many of them have a number of both keys. */
  filled: z.number(),
  x: axis,
  y: axis,
  /** `id` is that of the call, where it is only one. Null: there are more than 5,000, and `cells` has them. */
  points: z.nullable(
    z.array(
      z.object({ x: z.number(), y: z.number(), calls: z.number(), id: z.nullable(z.string()) }),
    ),
  ),
  /** Bins of both keys, and how many calls have numbers in two of them, which are named by their places. */
  cells: z.nullable(
    z.object({
      x: bins,
      y: bins,
      counts: z.array(z.object({ x: z.number(), y: z.number(), calls: z.number() })),
    }),
  ),
  /** Of calls with one number of each key; null: there are fewer than ten, or one never changes. */
  correlation: z.nullable(
    z.object({ method: z.literal('pearson'), r: z.number(), calls: z.number() }),
  ),
  range: z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  meta: indexMetaSchema,
});
export type OutcomePairsResponse = z.infer<typeof outcomePairsResponseSchema>;

const proportion = { calls: z.number(), filled: z.number() };
const part = z.object({ ...named, ...proportion });

/** `GET /api/outcomes/fields`: of calls that reached somebody. */
export const outcomeFieldsResponseSchema = z.object({
  fields: z.array(
    z.object({
      use_case: z.object({ id: z.string(), name: z.string() }),
      key: z.string(),
      ...proportion,
      required: z.nullable(z.boolean()),
      /** How many values are of each type, most first. */
      types: z.array(z.object({ type: z.enum(VALUE_TYPES), count: z.number() })),
      /** One for each of `weeks`. */
      weeks: z.array(z.object(proportion)),
      /** Null: it did not fall, or too few calls tell. */
      fall: z.nullable(
        z.object({ before: z.object(proportion), now: z.object(proportion), p: z.number() }),
      ),
    }),
  ),
  /** How many there are beyond those that are told. */
  more: z.number(),
  /** The newest nine full weeks by the clocks of the zone, from old to new; both ends inclusive. */
  weeks: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Of the one key that was asked for; null: none was. */
  detail: z.nullable(
    z.array(
      z.object({
        use_case: z.object({ id: z.string(), name: z.string() }),
        distinct: z.number(),
        values: z.array(z.object({ value: z.string(), count: z.number() })),
        models: z.array(part),
        languages: z.array(part),
      }),
    ),
  ),
  range: z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  meta: indexMetaSchema,
});
export type OutcomeFieldsResponse = z.infer<typeof outcomeFieldsResponseSchema>;
