import type { RecordingQuery } from '@/lib/call/query/routes/recording-query';
import type { Waveform } from '@/lib/call/recording/waveform';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { CapabilitiesService } from '@/lib/server/services/connection/capabilities';
import type { StreamAnswer } from '@/lib/server/services/stream-answer';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { recordingFileName } from './file-name';
import { createParts } from './parts';
import type { ByteRange } from './sound/byte-range';
import { createFacts, type SoundFacts } from './sound/facts';
import { createListening, isHeard } from './sound/listening';
import { soundAnswer } from './sound/sound-answer';
import { soundBytes, soundToItsEnd } from './sound/sound-bytes';
import { createSource, type SoundName } from './sound/source';
import { createStreams } from './sound/streams';
import type { Storage } from './storage/storage';
import { createWaveforms } from './waveform/waveforms';

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
   * @throws {CallscopeError} `no_recording`, `recording_refused`, `recording_unavailable`, `not_allowed`,
   * `too_many_requests` or what HappyRobot fails with
   */
  sound(callId: string, asked: SoundRequest, principal: Principal): Promise<StreamAnswer>;
  /** Where there is no recording it says why: asking is no failure. */
  waveform(callId: string, principal: Principal): Promise<Waveform>;
};

export type RecordingsOptions = {
  upstream: Pick<Upstream, 'getRecording' | 'openSound' | 'getCall'>;
  storage: Storage;
  capabilities: Pick<CapabilitiesService, 'get' | 'learn'>;
  /** Told who listens to which call, or takes it along; once for each listening. */
  onListened: (
    heard: { call: string; user: string | undefined },
    how: 'heard' | 'downloaded',
  ) => void;
  now: () => Date;
  limits?: Partial<typeof LIMITS>;
};

const LIMITS = {
  /** The longest that the beginning of a sound may take to come, once it does. */
  headMs: 20_000,
  /** The longest that a recording may be read to draw it, and how many are at once. */
  waveformMs: 2 * 60_000,
  waveforms: 4,
  /** How many are listened to at once. */
  streams: 200,
};

/** Where nobody can go away. */
const never = () => new AbortController().signal;

export function createRecordings(given: RecordingsOptions): RecordingsService {
  const { upstream, storage, capabilities, onListened, now } = given;
  const limits = { ...LIMITS, ...given.limits };
  const parts = createParts({ upstream, capabilities, now });
  const source = createSource({ parts, storage, upstream });
  const known = createFacts(source, limits.headMs);
  const listening = createListening(onListened);
  const streams = createStreams(limits.streams);
  const waveforms = createWaveforms({
    partsOf: parts.of,
    factsOf: known.of,
    bytesOf,
    limits,
  });

  /** The bytes of a range, or all of them. */
  function bytesOf(name: SoundName, { size }: SoundFacts, signal: AbortSignal, range?: ByteRange) {
    if (size === null) return endless(name, signal);
    const bytes = range ?? { first: 0, last: size - 1 };
    const onChanged = () => known.forget(name);
    return soundBytes((each) => source(name, each, signal), bytes, { size, signal, onChanged });
  }

  async function* endless(name: SoundName, signal: AbortSignal) {
    yield* soundToItsEnd(await source(name, { first: 0 }, signal));
  }

  /** The header that makes a file of it. */
  async function attachment({ callId, session }: SoundName, type: string, signal: AbortSignal) {
    const name = recordingFileName(await upstream.getCall(callId, { signal }), { type, session });
    return { 'content-disposition': `attachment; filename="${name}"` };
  }

  return {
    async sound(callId, { session, download, range, isHead }, { who, signal = never() }) {
      authorise(who, 'listen');
      if (download) authorise(who, 'download_recordings');
      streams.refuseTooMany();
      const name = { callId, session };
      const facts = await known.of(name, signal);
      const answer = soundAnswer(facts, range, (each) => bytesOf(name, facts, signal, each));
      const listener = { call: callId, user: who.account?.email };
      const how = download ? 'downloaded' : 'heard';
      return {
        ...answer,
        headers: {
          ...answer.headers,
          ...(download && (await attachment(name, facts.type, signal))),
        },
        body: streams.counted(
          isHeard(answer.status, { range, download }) && !isHead
            ? listening.told(answer.body, listener, how)
            : answer.body,
        ),
      };
    },

    async waveform(callId, { who, signal = never() }) {
      authorise(who, 'listen');
      return waveforms.of(callId, signal);
    },
  };
}
