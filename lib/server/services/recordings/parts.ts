import { LRUCache } from 'lru-cache';
import type { CallscopeError } from '@/lib/server/errors';
import type { CapabilitiesService } from '@/lib/server/services/connection/capabilities';
import type { RecordingPart } from '@/lib/server/upstream/port/recording';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { noRecording, whyNoRecording } from './why-no-recording';

/** Knows for a few minutes where the sound of calls lies. */
export type RecordingParts = {
  /**
   * All parts of a call, at least one; `afresh` asks again, as addresses expire.
   * @throws {CallscopeError} `no_recording` with the reason
   */
  of(
    callId: string,
    options: { signal?: AbortSignal; afresh?: boolean },
  ): Promise<readonly RecordingPart[]>;
  /** One of them: the first where no session is named. */
  one(
    callId: string,
    session: string | undefined,
    options: { signal?: AbortSignal; afresh?: boolean },
  ): Promise<RecordingPart>;
  /** Why there is nothing at an address that HappyRobot has just named. */
  whyLost(callId: string, signal: AbortSignal): Promise<CallscopeError>;
};

/** Well below the shortest life of a signed address that is usual, and of no worth after it. */
const KEPT_MS = 4 * 60_000;
const MAX_KEPT = 1_000;

export function createParts(given: {
  upstream: Pick<Upstream, 'getRecording' | 'getCall'>;
  capabilities: Pick<CapabilitiesService, 'get' | 'learn'>;
  now: () => Date;
}): RecordingParts {
  const { upstream, capabilities, now } = given;
  const known = new LRUCache<string, readonly RecordingPart[]>({ max: MAX_KEPT, ttl: KEPT_MS });

  const of: RecordingParts['of'] = async (callId, { signal, afresh = false }) => {
    const kept = afresh ? undefined : known.get(callId);
    if (kept) return kept;
    const { parts, missing = 'unknown' } = await upstream.getRecording(callId, { signal });
    if (parts.length > 0) {
      known.set(callId, parts);
      capabilities.learn({ recordings: true });
      return parts;
    }
    known.delete(callId);
    if (missing !== 'unknown') throw noRecording(missing);
    const call = await upstream.getCall(callId, { signal });
    const isOffered = capabilities.get().recordings;
    throw noRecording(whyNoRecording(call, { isOffered, now: now() }));
  };

  return {
    of,
    async whyLost(callId, signal) {
      const call = await upstream.getCall(callId, { signal });
      const reason = whyNoRecording(call, { isOffered: true, now: now() });
      return noRecording(reason === 'not_ready' ? reason : 'gone');
    },
    async one(callId, session, options) {
      const parts = await of(callId, options);
      const part = parts.find((each) => session === undefined || each.session === session);
      if (!part) throw noRecording('none');
      return part;
    },
  };
}
