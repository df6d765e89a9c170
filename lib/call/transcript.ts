import * as z from 'zod/mini';

/**
 * What was said on a call, as the upstream writes it. A message needs no more than a role: what else is missing
 * is missing, and unknown fields pass through.
 */

const text = z.nullish(z.string());
const seconds = z.nullish(z.number());
const flag = z.nullish(z.boolean());

export const toolCallSchema = z.looseObject({
  type: text,
  id: text,
  /** `arguments` is JSON as the model wrote it: it can be broken, and some servers send it parsed. */
  function: z.nullish(z.looseObject({ name: text, arguments: z.optional(z.unknown()) })),
});

export const messageSchema = z.looseObject({
  id: text,
  /** system, assistant, user or tool; others are shown under their own name. */
  role: z.string(),
  content: z.optional(z.unknown()),
  /** Seconds since the call began. */
  start: seconds,
  end: seconds,
  name: text,
  tool_calls: z.nullish(z.array(toolCallSchema)),
  tool_call_id: text,
  interrupted_thoughts: z.optional(z.unknown()),
  is_filler: flag,
  discard: flag,
  transfer_contact: z.optional(z.unknown()),
});

/** `GET /api/calls/{id}/transcript`. */
export const transcriptSchema = z.looseObject({
  id: text,
  call_id: text,
  organization_id: text,
  start_time: text,
  messages: z.array(messageSchema),
});

export type ToolCall = z.infer<typeof toolCallSchema>;
export type TranscriptMessage = z.infer<typeof messageSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
