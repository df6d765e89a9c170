import * as z from 'zod/mini';
import { bucketShape, histogramSchema, indexMetaSchema, measuredOf } from './index-responses';

/**
 * A measure of some calls: of how many it is known, its mean, and its median and 95th percentile by nearest rank; null
 * where it is known of none.
 */
export const spreadSchema = z.object({
  calls: z.number(),
  mean: z.nullable(z.number()),
  median: z.nullable(z.number()),
  p95: z.nullable(z.number()),
});
export type Spread = z.infer<typeof spreadSchema>;

const conversations = {
  calls: z.number(),
  /** Of how many of them it is known how the conversation went. */
  measured: z.number(),
  measures: z.object(measuredOf(spreadSchema)),
};
const conversationsSchema = z.object(conversations);
export type Conversations = z.infer<typeof conversationsSchema>;

/** `GET /api/conversations`: talk shares from 0 to 1, times in seconds. */
export const conversationsResponseSchema = z.object({
  totals: conversationsSchema,
  series: z.array(z.object({ ...bucketShape, ...conversations })),
  /** The 20 with most calls, and all others as one with the key null. */
  groups: z.array(z.object({ key: z.nullable(z.string()), label: z.string(), ...conversations })),
  /** How the calls are spread over each measure. */
  histograms: z.object(measuredOf(histogramSchema)),
  /** The instants that were counted, both ends inclusive; null where nothing bounds them. */
  range: z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  meta: indexMetaSchema,
});
export type ConversationsResponse = z.infer<typeof conversationsResponseSchema>;
