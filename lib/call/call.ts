import * as z from 'zod/mini';
import { isCallId } from './call-id';

/**
 * The Call as the upstream writes it. Everything but `id`, `type`, `status` and `created` can be absent or
 * null, and unknown extra fields pass through untouched: the vendor adds fields without notice, and a field
 * we do not know yet must not cost anybody a call.
 */

const callIdSchema = z.string().check(z.refine(isCallId, 'must be a call id'));

const text = z.nullish(z.string());
const amount = z.nullish(z.number());
const flag = z.nullish(z.boolean());
const instant = z
  .string()
  .check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'must be an ISO 8601 instant'));
const unknownObject = z.nullish(z.record(z.string(), z.unknown()));

export const noteSchema = z.looseObject({
  id: z.string(),
  user_id: text,
  content: text,
  flagged: flag,
  created_at: text,
});

export const ratingSchema = z.looseObject({
  emoji: z.string(),
  email: text,
  created: text,
});

/** Amounts are in the currency of the account (setting `CURRENCY`), as decimal numbers. */
export const costsSchema = z.looseObject({
  created: text,
  total_costs: amount,
  voip: z.nullish(
    z.looseObject({
      external: flag,
      amd_cost: amount,
      call_cost: amount,
      total_cost: amount,
      pricing_id: text,
    }),
  ),
  transcriber: z.nullish(z.looseObject({ total_cost: amount, pricing_id: text })),
  llm: z.nullish(
    z.looseObject({
      input_cost: amount,
      output_cost: amount,
      total_cost: amount,
      input_pricing_id: text,
      output_pricing_id: text,
    }),
  ),
  tts: z.nullish(z.looseObject({ total_cost: amount, pricing_id: text })),
  'per-minute': unknownObject,
});

const useCaseRowSchema = z.object({ id: text, name: text, model: text, language: text });

const useCaseSchema = z.looseObject(useCaseRowSchema.shape);

export const callSchema = z.looseObject({
  id: callIdSchema,
  organization_id: text,
  type: z.string().check(z.minLength(1)),
  status: z.string().check(z.minLength(1)),
  provider: text,
  metadata: z.nullish(
    z.looseObject({
      call_sid: text,
      from: text,
      to: text,
      recording_sid: text,
      tags: z.nullish(z.array(z.string())),
      custom: unknownObject,
    }),
  ),
  use_case: z.nullish(useCaseSchema),
  prompt_id: text,
  agent: z.nullish(z.looseObject({ id: text, name: text })),
  language: text,
  params: unknownObject,
  extraction: unknownObject,
  classification: z.nullish(z.looseObject({ tag: text, reasoning: text })),
  created: instant,
  /** Seconds; absent until the call ended. */
  duration: amount,
  viewed_by: z.nullish(z.array(z.string())),
  /** The earlier call that this one repeats. */
  parent_call_id: text,
  notes: z.nullish(z.array(noteSchema)),
  samples: z.nullish(z.array(z.string())),
  ratings: z.nullish(z.array(ratingSchema)),
  scheduled_for: text,
  use_backup: flag,
  wait_until_awake: flag,
  campaign_id: text,
  max_duration_mins: amount,
  transfer_contact_email: text,
  costs: z.nullish(costsSchema),
});

/** A row of a list: the documented fields, with the use case cut down to what a row shows. */
export const callRowSchema = z.object({
  ...callSchema.shape,
  use_case: z.nullish(useCaseRowSchema),
});

export type Call = z.infer<typeof callSchema>;
export type CallRow = z.infer<typeof callRowSchema>;
export type CallNote = z.infer<typeof noteSchema>;
export type CallRating = z.infer<typeof ratingSchema>;
export type CallCosts = z.infer<typeof costsSchema>;
