import * as z from 'zod/mini';
import { callRowSchema, callSchema } from '@/lib/call/call';
import { NO_RECORDING_REASONS } from '@/lib/call/recording/no-recording';
import { SIDES } from '@/lib/call/transcript/sides';
import { extractedSchema, measuredSchema, searchedSchema } from './index-responses';
import { PROBLEM_CODES, type Problem } from './problem';

/** Where an answer comes from and how far it can be trusted. */
export const metaSchema = z.object({
  source: z.enum(['live', 'index']),
  /** True when the upstream could not be asked and this is what we remember. */
  stale: z.boolean(),
  /** Beside `stale`: when the upstream was first asked without an answer, ISO 8601. */
  away_since: z.optional(z.string()),
  /** Why this is not simply what HappyRobot answered, where it could be asked but its answer was not right. */
  reason: z.optional(z.object({ code: z.enum(PROBLEM_CODES), detail: z.string() })),
  /** When this was true: ISO 8601 instant. */
  as_of: z.string(),
  /** Records that came without an id that could be one, each with what is wrong with it. */
  invalid: z.array(z.object({ id: z.optional(z.string()), problem: z.string() })),
  /** Of these calls the fields that do not fit their documented shape: they were set aside and count as absent. */
  odd: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })),
  said: z.optional(searchedSchema),
  measured: z.optional(measuredSchema),
  extracted: z.optional(extractedSchema),
});

/** What was said on a call of a page, around what was searched for; `end` of a mark is after it. */
const saidSchema = z.object({
  id: z.string(),
  role: z.enum(SIDES),
  /** Since the call began; null where nobody knows. */
  seconds: z.nullable(z.number()),
  text: z.string(),
  marks: z.array(z.object({ start: z.number(), end: z.number() })),
});
export type SaidOnCall = z.infer<typeof saidSchema>;

/** `GET /api/calls`. */
export const callsResponseSchema = z.object({
  calls: z.array(callRowSchema),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
  /** With the filter `said`: the calls of the page on which it can be shown. */
  said: z.optional(z.array(saidSchema)),
  meta: metaSchema,
});

/** `GET /api/calls/{id}`: the call itself, with `meta` beside its fields. */
export const callResponseSchema = z.looseObject({ ...callSchema.shape, meta: metaSchema });

/** Every answer that is not the one asked for. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(PROBLEM_CODES),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  retry_after: z.optional(z.number()),
  reason: z.optional(z.enum(NO_RECORDING_REASONS)),
}) satisfies z.ZodMiniType<Problem>;

export type Meta = z.infer<typeof metaSchema>;
export type CallsResponse = z.infer<typeof callsResponseSchema>;
export type CallResponse = z.infer<typeof callResponseSchema>;
