import * as z from 'zod/mini';
import { indexMetaSchema } from './index-responses';

/** `GET /api/calls/next`: where to go on reviewing. */
export const nextResponseSchema = z.object({
  /** Null where no call is left beyond the one to go on from. `offset` is its place in the list, from 0. */
  next: z.nullable(z.object({ id: z.string(), offset: z.number() })),
  /** How many calls of the whole list are not rated, before and beyond. */
  left: z.number(),
  meta: indexMetaSchema,
});
export type NextResponse = z.infer<typeof nextResponseSchema>;

/** `GET /api/calls/{id}/place`: where a call stands in a list. */
export const placeResponseSchema = z.object({
  /** From 0; null where the call is not in the list. */
  offset: z.nullable(z.number()),
  /** How many calls the list has. */
  count: z.number(),
  meta: indexMetaSchema,
});
export type PlaceResponse = z.infer<typeof placeResponseSchema>;

/** `GET /api/review`: how far the review of a list has come. */
export const reviewResponseSchema = z.object({
  count: z.number(),
  /** Rated by anyone. */
  reviewed: z.number(),
  /** Rated by the reviewer since midnight by the clocks of the zone; null where no reviewer is named. */
  by_reviewer_today: z.nullable(z.number()),
  meta: indexMetaSchema,
});
export type ReviewResponse = z.infer<typeof reviewResponseSchema>;

/** `GET /api/review/agreement`: how far people agree who rated the same calls. */
export const agreementResponseSchema = z.object({
  /** Rated by two people or more. */
  calls: z.number(),
  /** How many of these, the newest, were compared. */
  compared: z.number(),
  /** How many pairs of people have rated a call together. */
  pair_count: z.number(),
  /** Those of most calls. */
  pairs: z.array(
    z.object({
      /** Two addresses, in alphabetical order. */
      raters: z.tuple([z.string(), z.string()]),
      /** Rated by both. */
      calls: z.number(),
      /** Rated alike by both; who gave several emoji gave all of them together. */
      agreed: z.number(),
      /** Cohen's kappa; null where it is not defined, as both gave one and the same all the time. */
      kappa: z.nullable(z.number()),
    }),
  ),
  meta: indexMetaSchema,
});
export type AgreementResponse = z.infer<typeof agreementResponseSchema>;
