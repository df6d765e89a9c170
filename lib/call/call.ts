import * as z from 'zod/mini';
import { isCallId } from './call-id';
import { measuresSchema } from './conversation/measures-schema';
import { UNKNOWN_WORD } from './query/filters';

/**
 * The Call as the upstream writes it. Only its `id` has to be there; unknown extra fields pass through untouched: the
 * vendor adds fields without notice, and neither a field that we do not know nor one that it writes in another way may
 * cost anybody a call. This is the only declaration of the shape: what reads the upstream's records is made from it.
 */

/** What a schema does not say itself. */
type Documented = {
  /** Text that is more than text. */
  kind?: 'id' | 'instant';
  /** It is documented to be there in every record; `otherwise` stands for it where it is not. */
  always?: { otherwise?: string };
};
export const documented = z.registry<Documented>();

const callIdSchema = z
  .string()
  .check(z.refine(isCallId, 'must be a call id'))
  .register(documented, { kind: 'id' });

const text = z.nullish(z.string());
const amount = z.nullish(z.number());
const flag = z.nullish(z.boolean());
const instant = z.nullish(z.string().register(documented, { kind: 'instant' }));
const knownInstant = z
  .string()
  .check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'must be an ISO 8601 instant'))
  .register(documented, { kind: 'instant', always: {} });
const unknownObject = z.nullish(z.record(z.string(), z.unknown()));
const expectedText = z.nullish(z.string()).register(documented, { always: {} });
const knownWord = z
  .string()
  .check(z.minLength(1))
  .register(documented, { always: { otherwise: UNKNOWN_WORD } });

export const noteSchema = z.looseObject({
  id: expectedText,
  user_id: text,
  content: text,
  flagged: flag,
  created_at: instant,
});

export const ratingSchema = z.looseObject({
  emoji: expectedText,
  email: text,
  created: instant,
});

/** Amounts are in the currency of the account (setting `CURRENCY`), as decimal numbers. */
export const costsSchema = z.looseObject({
  created: instant,
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

/** The documented fields. */
export const callShape = {
  id: callIdSchema,
  organization_id: text,
  type: knownWord,
  status: knownWord,
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
  /** Always there: where it was not sent, {@link aboutSchema} says what it is instead. */
  created: knownInstant,
  /** Seconds; absent until the call ended. */
  duration: amount,
  viewed_by: z.nullish(z.array(z.string())),
  /** The earlier call that this one repeats. */
  parent_call_id: text,
  notes: z.nullish(z.array(noteSchema)),
  samples: z.nullish(z.array(z.string())),
  ratings: z.nullish(z.array(ratingSchema)),
  scheduled_for: instant,
  use_backup: flag,
  wait_until_awake: flag,
  campaign_id: text,
  max_duration_mins: amount,
  transfer_contact_email: text,
  costs: z.nullish(costsSchema),
};

/** The one field that is ours: what could not be understood of the record. It is there only where there is something. */
export const aboutSchema = z.object({
  /** What does not fit its documented shape: where it stood, and what was sent unless nothing was or it is too large. */
  set_aside: z.array(z.object({ path: z.string(), sent: z.optional(z.unknown()) })),
  /** What `created` is instead: the time in the call's id, or when it was first seen. */
  created_from: z.optional(z.enum(['id', 'first_seen'])),
});

export const callSchema = z.looseObject({ ...callShape, callscope: z.optional(aboutSchema) });

/** A row of a list: the documented fields, with the use case cut down to what a row shows. */
export const callRowSchema = z.object({
  ...callShape,
  use_case: z.nullish(useCaseRowSchema),
  /** Ours, and only where it was asked for and the transcript was read: how the conversation went. */
  measures: z.optional(measuresSchema),
});

export type Call = z.infer<typeof callSchema>;
export type CallRow = z.infer<typeof callRowSchema>;
/** What is told about a call beside what was sent. */
export type AboutCall = z.infer<typeof aboutSchema>;
export type CallNote = z.infer<typeof noteSchema>;
export type CallRating = z.infer<typeof ratingSchema>;
export type CallCosts = z.infer<typeof costsSchema>;
