import * as z from 'zod/mini';
import { histogramSchema, indexMetaSchema } from './index-responses';

/** What most values of a key are. */
export const FIELD_TYPES = ['text', 'number', 'boolean', 'list', 'object'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const valueSchema = z.object({ value: z.string(), count: z.number() });
const numberOrNull = z.nullable(z.number());

const field = {
  /** The path inside `extraction`, names joined by dots: what `x.KEY` takes. */
  key: z.string(),
  /** What the use cases call it; else made of its last name. */
  label: z.string(),
  description: z.nullable(z.string()),
  type: z.enum(FIELD_TYPES),
  /** Whether its texts are days or instants. */
  format: z.nullable(z.enum(['date'])),
  /** What most of its numbers are measured in, such as `USD` or `lbs`. */
  unit: z.nullable(z.string()),
  /** How many of the matching calls have a value. */
  calls: z.number(),
};

/** `GET /api/extraction`: what the matching calls were found out about, most often filled first. */
export const extractionResponseSchema = z.object({
  count: z.number(),
  fields: z.array(
    z.object({
      ...field,
      /** The part of the matching calls that have a value, 0 to 1; 0 where nothing matches. */
      fill_rate: z.number(),
      distinct: z.number(),
      /** The most frequent ones. */
      values: z.array(valueSchema),
      /** Of what reads as a number; null where nothing does. */
      min: numberOrNull,
      max: numberOrNull,
      median: numberOrNull,
      /** The use cases that have it, most calls first, by id and name. */
      use_cases: z.array(
        z.object({
          id: z.nullable(z.string()),
          name: z.string(),
          calls: z.number(),
          filled: z.number(),
          /** Null: the use case says nothing of it. */
          required: z.nullable(z.boolean()),
        }),
      ),
    }),
  ),
  /** How many keys there are beyond those that are told. */
  more: z.number(),
  meta: indexMetaSchema,
});
export type ExtractionResponse = z.infer<typeof extractionResponseSchema>;
export type ExtractedField = ExtractionResponse['fields'][number];

/** `GET /api/facets/extraction?fields=KEY,KEY`: each counted with all filters but its own; chosen values stay at 0. */
export const extractionFacetsResponseSchema = z.object({
  fields: z.array(
    z.object({
      ...field,
      /** How many of the matching calls have none. */
      without: z.number(),
      /** How many different values there are. */
      distinct: z.number(),
      values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
      /** Of what reads as a number, or of dates in milliseconds since 1970. */
      range: z.object({ min: numberOrNull, max: numberOrNull }),
      histogram: histogramSchema,
    }),
  ),
  meta: indexMetaSchema,
});
export type ExtractionFacetsResponse = z.infer<typeof extractionFacetsResponseSchema>;
export type ExtractionFacet = ExtractionFacetsResponse['fields'][number];
