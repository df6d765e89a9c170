import type { WaveformPart } from '@/lib/call/recording/waveform';
import { isCallscopeError } from '@/lib/server/errors';
import type { SoundFacts } from '@/lib/server/services/recordings/sound/facts';
import type { RecordingPart } from '@/lib/server/upstream/port/recording';
import { shapeOf, UNKNOWN_SHAPE } from './part-waveform';

type Sounds = {
  parts: readonly RecordingPart[];
  factsOf: (session: string | undefined) => Promise<SoundFacts>;
  bytesOf: (session: string | undefined, facts: SoundFacts) => AsyncIterable<Buffer>;
};

/**
 * The shape of each part, one after the other: each is read from its beginning to its end. One that cannot be had has no
 * type.
 * @throws what the first part fails with, where none can be had
 */
export async function waveformOf({ parts, factsOf, bytesOf }: Sounds): Promise<WaveformPart[]> {
  const told: WaveformPart[] = [];
  const failures: unknown[] = [];
  let end = 0;
  for (const { session, start } of parts) {
    const name = session ?? undefined;
    const shape = await read(name).catch((error: unknown) => {
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

  async function read(session: string | undefined) {
    const facts = await factsOf(session);
    return { type: facts.type, ...(await shapeOf(bytesOf(session, facts), facts.size)) };
  }
}
