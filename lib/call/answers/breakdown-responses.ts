import * as z from 'zod/mini';
import { indexMetaSchema, periodsSchema, sumsSchema } from './index-responses';

/** Beside the sums: the calls that reached nobody, and how many came to each of the successes that were asked about. */
const more = {
  nobody_reached: z.object({
    calls: z.number(),
    calls_without_cost: z.number(),
    total: z.number(),
  }),
  /** Calls with an outcome of each definition, in the order of the question. */
  successes: z.array(z.number()),
};

export const measuresSchema = z.extend(sumsSchema, more);
/** What some calls come to. */
export type Measures = z.infer<typeof measuresSchema>;

const cell = z.object({
  calls: z.number(),
  calls_without_cost: z.number(),
  minutes: z.number(),
  total: z.number(),
  /** How many calls reached nobody. */
  nobody_reached: z.number(),
  successes: z.array(z.number()),
});
/** One group in one bucket. */
export type BreakdownCell = z.infer<typeof cell>;

const group = z.extend(measuresSchema, {
  /** What the filter takes; null for all groups after the 20 largest. */
  key: z.nullable(z.string()),
  label: z.string(),
  /** Of the cost of a call, by nearest rank; null where none has a cost. */
  p50: z.nullable(z.number()),
  p95: z.nullable(z.number()),
  /** The same group in the period before, with zeros where it had no calls; null where nothing is compared. */
  previous: z.nullable(measuresSchema),
});
export type BreakdownGroup = z.infer<typeof group>;

/** `GET /api/costs/breakdown`: groups are the 20 largest of either period, and all others as one. */
export const breakdownResponseSchema = z.object({
  totals: measuresSchema,
  /** Null where nothing is compared, and where the index does not know all of the period. */
  previous: z.nullable(measuresSchema),
  periods: periodsSchema,
  groups: z.array(group),
  /** By bucket, one cell for each of `groups`, null where it has no calls; empty unless an interval was asked for. */
  series: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      partial: z.boolean(),
      cells: z.array(z.nullable(cell)),
    }),
  ),
  /** A call can be in several groups, so that they do not add up. */
  overlapping: z.boolean(),
  meta: indexMetaSchema,
});
export type BreakdownResponse = z.infer<typeof breakdownResponseSchema>;
