import * as z from 'zod/mini';

/**
 * What was said on a call. Unlike a call it is not passed on as the upstream writes it: times are seconds since the
 * call began, whatever was sent, and null where nobody knows. Unknown fields pass through.
 */

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const seconds = z.nullish(z.number());

export const toolCallSchema = z.looseObject({
  type: text,
  id: text,
  /** `arguments` is JSON as the model wrote it: it can be broken, and some servers send it parsed. */
  function: z.nullish(z.looseObject({ name: text, arguments: z.optional(z.unknown()) })),
});

/** An answer that was weighed and not said. */
const unsaidSchema = z.looseObject({
  id: text,
  content: z.optional(z.unknown()),
  tool_calls: z.nullish(z.array(toolCallSchema)),
});

/** Whom the call was handed to. */
const contactSchema = z.looseObject({
  type: text,
  name: text,
  email: text,
  phone: z.nullish(z.looseObject({ number: text, extension: text })),
  contact_id: text,
  slack_channel_id: text,
});

export const messageSchema = z.looseObject({
  id: text,
  /** system, assistant, user or tool; others are shown under their own name, none is empty. */
  role: z.string(),
  content: z.optional(z.unknown()),
  /** Seconds since the call began; null where nobody knows. */
  start: seconds,
  end: seconds,
  name: text,
  tool_calls: z.nullish(z.array(toolCallSchema)),
  tool_call_id: text,
  unpreferred_messages: z.nullish(z.array(unsaidSchema)),
  /** What the assistant was about to say when it was interrupted. */
  interrupted_thoughts: z.optional(z.unknown()),
  is_filler: flag,
  /** To be left out of a data set. */
  discard: flag,
  transfer_contact: z.nullish(contactSchema),
});

/** `GET /api/calls/{id}/transcript`. */
export const transcriptSchema = z.looseObject({
  id: text,
  call_id: text,
  organization_id: text,
  /** When the call began: ISO 8601 in UTC. */
  start_time: text,
  messages: z.array(messageSchema),
  /** The paths of the fields that could not be understood and were set aside: `messages.3.tool_calls`. */
  odd: z.array(z.string()),
});

export type ToolCall = z.infer<typeof toolCallSchema>;
export type TransferContact = z.infer<typeof contactSchema>;
export type UnsaidMessage = z.infer<typeof unsaidSchema>;
export type TranscriptMessage = z.infer<typeof messageSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
