import * as z from 'zod/mini';
import { indexMetaSchema } from './answers/index-responses';
import { callRowSchema } from './call';

/** Of each kind no more calls than this are sent; the totals tell of all of them. */
export const MOST_RELATED = 50;

const totalsSchema = z.object({
  calls: z.number(),
  calls_without_cost: z.number(),
  calls_without_duration: z.number(),
  /** Of the calls with a duration; null where none has one. */
  minutes: z.nullable(z.number()),
  /** Amount of the calls with a cost; null where none has one. */
  cost: z.nullable(z.number()),
});
export type RelatedTotals = z.infer<typeof totalsSchema>;

/** `GET /api/calls/{id}/related`: other attempts, newest first, as far as the index knows them. */
export const relatedResponseSchema = z.object({
  /** The other side's number, by which `same_number` was found; null where there is none. */
  number: z.nullable(z.string()),
  /** The call itself, those it repeats and those that repeat it. */
  family: z.array(callRowSchema),
  /** False where a family is so large that only its nearest part is known, here and in the filter `family`. */
  family_complete: z.boolean(),
  /** Calls with the same number on the other side that are not in the family. */
  same_number: z.array(callRowSchema),
  totals: z.object({ family: totalsSchema, same_number: totalsSchema, all: totalsSchema }),
  meta: indexMetaSchema,
});
export type RelatedResponse = z.infer<typeof relatedResponseSchema>;
