import * as z from 'zod/mini';
import { NO_RECORDING_REASONS } from './no-recording';

/** The most peaks that one channel of a part is told with. */
export const MAX_PEAKS = 800;

const partSchema = z.object({
  /** Names the part where a call has several: `?session=` of the recording. Null where there is one. */
  session: z.nullable(z.string()),
  /** The media type of the sound. */
  type: z.nullable(z.string()),
  /** Seconds; null where the format does not tell. */
  duration: z.nullable(z.number()),
  /** Seconds on the line of the call at which the part begins; parts of unknown length count as none. */
  start: z.number(),
  channels: z.nullable(z.union([z.literal(1), z.literal(2)])),
  /** A list for each channel, of equal stretches of time, 0 for silence to 1; null where the format cannot be read. */
  peaks: z.nullable(z.array(z.array(z.number()))),
});

/** `GET /api/calls/{id}/recording/waveform`: the parts of the recording in their order. */
export const waveformSchema = z.object({
  id: z.string(),
  sessions: z.array(partSchema),
  /** Why there are none. Asking whether a call can be heard is no failure. */
  reason: z.optional(z.enum(NO_RECORDING_REASONS)),
});

export type Waveform = z.infer<typeof waveformSchema>;
export type WaveformPart = z.infer<typeof partSchema>;
