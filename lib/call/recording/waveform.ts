import * as z from 'zod/mini';

/** Why a call has no recording: none was made, the API offers none, it is still to come, or it was deleted. */
export const MISSING_REASONS = ['none', 'not_offered', 'not_ready', 'gone'] as const;

const sessionSchema = z.looseObject({
  /** Names the session; null where the call has only one. */
  session: z.nullable(z.string()),
  /** Seconds; null where they were not told. */
  duration: z.nullable(z.number()),
  /** Where it begins, in seconds since the call began. */
  start: z.number(),
  /** For each channel at most 800 values from 0 to 1; null where it was not measured. */
  peaks: z.nullable(z.array(z.array(z.number()))),
});

/** `GET /api/calls/{id}/recording/waveform`. */
export const waveformSchema = z.looseObject({
  id: z.string(),
  sessions: z.array(sessionSchema),
  /** Why there are no sessions. */
  reason: z.optional(z.nullable(z.enum(MISSING_REASONS))),
});

export type RecordedSession = z.infer<typeof sessionSchema>;
export type MissingReason = (typeof MISSING_REASONS)[number];
