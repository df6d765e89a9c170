import { LRUCache } from 'lru-cache';
import { problem } from '@/lib/call/answers/problem-kinds';
import type { RecordingQuery } from '@/lib/call/query/recording-query';
import type { NoRecordingReason } from '@/lib/call/recording/no-recording';
import type { Waveform } from '@/lib/call/recording/waveform';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import { isCallscopeError } from '@/lib/server/errors';
import type { CapabilitiesService } from '@/lib/server/services/connection/capabilities';
import type { StreamAnswer } from '@/lib/server/services/stream-answer';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { type ByteRange, rangeOf } from './byte-range';
import { createFacts, MAX_SECONDS, type SoundFacts } from './facts';
import { recordingFileName } from './file-name';
import { createParts } from './parts';
import { soundBytes, soundToItsEnd } from './sound-bytes';
import { createSource, type SoundName } from './source';
import type { Storage } from './storage/storage';
import { refused } from './storage/storage-failures';
import { waveformOf } from './waveform/waveform';

/** What a request for sound asks beside its query. */
export type SoundRequest = RecordingQuery & {
  /** The header `Range`. */
  range?: string | null;
  /** Nobody wants to hear it, only what it is. */
  isHead?: boolean;
};

/** The sound of calls, streamed from where HappyRobot says that it lies; nothing of it is kept. */
export type RecordingsService = {
  /**
   * Answers with status 200, 206 or 416.
   * @throws {CallscopeError} `no_recording`, `recording_refused`, `recording_unavailable`, `not_allowed` or what
   * HappyRobot fails with
   */
  sound(callId: string, asked: SoundRequest, principal: Principal): Promise<StreamAnswer>;
  /** Where there is no recording it says why: asking is no failure. */
  waveform(callId: string, principal: Principal): Promise<Waveform>;
};

type Parts = {
  upstream: Pick<Upstream, 'getRecording' | 'openSound' | 'getCall'>;
  storage: Storage;
  capabilities: Pick<CapabilitiesService, 'get' | 'learn'>;
  /** Told who listens to which call, or takes it along; once for each listening. */
  onListened: (
    heard: { call: string; user: string | undefined },
    how: 'heard' | 'downloaded',
  ) => void;
  now: () => Date;
};

/** Where nobody can go away. */
const NEVER = new AbortController().signal;

export function createRecordings(given: Parts): RecordingsService {
  const { upstream, storage, capabilities, onListened, now } = given;
  const parts = createParts({ upstream, capabilities, now });
  const source = createSource({ parts, storage, upstream });
  const known = createFacts(source);
  const waveforms = new LRUCache<string, Waveform>({ max: 200, ttl: 10 * 60_000 });

  /** The bytes of a range, or all of them. */
  function bytesOf(
    name: SoundName,
    { size }: SoundFacts,
    range: ByteRange | undefined,
    signal: AbortSignal,
  ) {
    if (size === null) return endless(name, signal);
    const bytes = range ?? { first: 0, last: size - 1 };
    const onChanged = () => known.forget(name);
    return soundBytes((each) => source(name, each, signal), bytes, { size, signal, onChanged });
  }

  async function* endless(name: SoundName, signal: AbortSignal) {
    yield* soundToItsEnd(await source(name, { first: 0 }, signal));
  }

  return {
    async sound(
      callId,
      { session, download = false, range: header, isHead = false },
      { who, signal = NEVER },
    ) {
      authorise(who, 'listen');
      if (download) authorise(who, 'download_recordings');
      const name = { callId, session };
      const facts = await known.of(name, signal);
      const headers = {
        'accept-ranges': facts.size === null ? 'none' : 'bytes',
        ...(download && {
          'content-disposition': `attachment; filename="${recordingFileName(
            await upstream.getCall(callId, { signal }),
            { type: facts.type, session },
          )}"`,
        }),
      };
      const { size, type } = facts;
      if (size === null) return { type, headers, body: heard(inTime(endless(name, signal))) };
      const range = rangeOf(header, size);
      if (range === 'unsatisfiable') return unsatisfiable(size);
      const { first, last } = range ?? { first: 0, last: size - 1 };
      const bytes = inTime(bytesOf(name, facts, range, signal));
      return {
        status: range ? 206 : 200,
        type,
        headers: {
          ...headers,
          'content-length': String(last - first + 1),
          ...(range && { 'content-range': `bytes ${first}-${last}/${size}` }),
        },
        body: first === 0 && !isHead ? heard(bytes) : bytes,
      };

      async function* heard(pieces: AsyncIterable<Buffer>) {
        let isTold = false;
        for await (const piece of pieces) {
          if (!isTold)
            onListened(
              { call: callId, user: who.account?.email },
              download ? 'downloaded' : 'heard',
            );
          isTold = true;
          yield piece;
        }
      }
    },

    async waveform(callId, { who, signal = NEVER }) {
      authorise(who, 'listen');
      const kept = waveforms.get(callId);
      if (kept) return kept;
      const read = async () =>
        waveformOf({
          parts: await parts.of(callId, { signal }),
          factsOf: (session) => known.of({ callId, session }, signal),
          bytesOf: (session, facts) => bytesOf({ callId, session }, facts, undefined, signal),
        });
      const sessions = await read().catch(reasonOf);
      // A recording that is not ready is asked for again.
      if (typeof sessions === 'string') return { id: callId, sessions: [], reason: sessions };
      const waveform = { id: callId, sessions };
      waveforms.set(callId, waveform);
      return waveform;
    },
  };
}

/** Nobody is played to for longer than a recording may be. */
async function* inTime(pieces: AsyncIterable<Buffer>) {
  const until = performance.now() + MAX_SECONDS * 1000;
  for await (const piece of pieces) {
    if (performance.now() > until) throw refused('it has been listened to for more than 4 hours');
    yield piece;
  }
}

function unsatisfiable(size: number): StreamAnswer {
  const told = problem('range_not_satisfiable', `The recording has ${size} bytes.`);
  return {
    status: told.status,
    type: 'application/problem+json',
    headers: { 'content-range': `bytes */${size}` },
    body: once(Buffer.from(JSON.stringify(told))),
  };
}

/** Why there is no recording; whatever else went wrong is thrown on. */
function reasonOf(error: unknown): NoRecordingReason {
  if (isCallscopeError(error) && error.code === 'no_recording' && error.extra.reason)
    return error.extra.reason;
  throw error;
}

async function* once(piece: Uint8Array) {
  yield piece;
}
