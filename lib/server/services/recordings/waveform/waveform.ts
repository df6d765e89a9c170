import type { WaveformPart } from '@/lib/call/recording/waveform';
import { isCallscopeError } from '@/lib/server/errors';
import type { RecordingPart } from '@/lib/server/upstream/port/recording';
import { type SoundShape, UNKNOWN_SHAPE } from './part-waveform';

/**
 * The shape of each part, one after the other: each is read from its beginning to its end. One that cannot be had has no
 * type.
 * @throws what the first part fails with, where none can be had
 */
export async function waveformOf(
  parts: readonly RecordingPart[],
  read: (session: string | undefined) => Promise<SoundShape & { type: string }>,
): Promise<WaveformPart[]> {
  const told: WaveformPart[] = [];
  const failures: unknown[] = [];
  let end = 0;
  for (const { session, start } of parts) {
    const shape = await read(session ?? undefined).catch((error: unknown) => {
      if (!isCallscopeError(error)) throw error;
      failures.push(error);
      return { type: null, ...UNKNOWN_SHAPE };
    });
    const from = start ?? end;
    told.push({ session, start: from, ...shape });
    end = Math.max(end, from + (shape.duration ?? 0));
  }
  if (failures.length === parts.length) throw failures[0];
  return told;
}
