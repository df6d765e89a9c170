import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import type { NoRecordingReason } from '@/lib/call/recording/no-recording';
import type { Waveform } from '@/lib/call/recording/waveform';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { RecordingParts } from '@/lib/server/services/recordings/parts';
import type { SoundFacts } from '@/lib/server/services/recordings/sound/facts';
import type { SoundName } from '@/lib/server/services/recordings/sound/source';
import { unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import { createSharing } from '@/lib/server/sharing';
import { shapeOf } from './part-waveform';
import { waveformOf } from './waveform';

type Given = {
  partsOf: RecordingParts['of'];
  factsOf: (name: SoundName, signal: AbortSignal) => Promise<SoundFacts>;
  bytesOf: (name: SoundName, facts: SoundFacts, signal: AbortSignal) => AsyncIterable<Buffer>;
  limits: {
    /** The longest that reading all of a recording may take. */
    waveformMs: number;
    /** How many recordings are read at once. */
    waveforms: number;
  };
};

const KEPT_MS = 10 * 60_000;
const MAX_WAITING = 100;

/** Reads the shapes of recordings: few at once, one for all who ask for it, each with a time limit. */
export function createWaveforms({ partsOf, factsOf, bytesOf, limits }: Given) {
  const known = new LRUCache<string, Waveform>({ max: 200, ttl: KEPT_MS });
  const reads = createSharing<Waveform>();
  const turns = bulkhead(limits.waveforms, MAX_WAITING);

  async function read(callId: string, left: AbortSignal): Promise<Waveform> {
    const late = AbortSignal.timeout(limits.waveformMs);
    const signal = AbortSignal.any([left, late]);
    const shape = async (session: string | undefined) => {
      const name = { callId, session };
      const facts = await factsOf(name, signal);
      return { type: facts.type, ...(await shapeOf(bytesOf(name, facts, signal), facts.size)) };
    };
    const inTime = <T>(answer: Promise<T>) =>
      answer.catch((error: unknown) => {
        left.throwIfAborted();
        throw late.aborted ? unavailable('it does not come in time') : error;
      });
    const sessions = await inTime(partsOf(callId, { signal }))
      .then((parts) => waveformOf(parts, (session) => inTime(shape(session))))
      .catch(reasonOf);
    if (typeof sessions === 'string') return { id: callId, sessions: [], reason: sessions };
    const waveform = { id: callId, sessions };
    // What could not be fetched may be there the next time.
    if (sessions.every(({ type }) => type !== null)) known.set(callId, waveform);
    return waveform;
  }

  return {
    /** @throws {CallscopeError} `too_many_requests` where too many wait already, and what reading it fails with */
    async of(callId: string, signal: AbortSignal): Promise<Waveform> {
      const kept = known.get(callId);
      if (kept) return kept;
      return reads.join(callId, signal, (left) =>
        turns.execute(() => read(callId, left)).catch(refusalOf),
      );
    },
  };
}

/** Why there is no recording; whatever else went wrong is thrown on. */
function reasonOf(error: unknown): NoRecordingReason {
  if (isCallscopeError(error) && error.code === 'no_recording' && error.extra.reason)
    return error.extra.reason;
  throw error;
}

function refusalOf(error: unknown): never {
  if (!(error instanceof BulkheadRejectedError)) throw error;
  throw new CallscopeError('too_many_requests', 'Too many recordings are being drawn already.', {
    retry_after: 10,
  });
}
