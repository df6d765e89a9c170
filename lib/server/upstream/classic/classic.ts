import type { Call } from '@/lib/call/call';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { abortError } from '@/lib/server/abort';
import { createSharing } from '@/lib/server/sharing';
import { Failure } from '@/lib/server/upstream/port/failures';
import type { Recording } from '@/lib/server/upstream/port/recording';
import type {
  ListOptions,
  Upstream,
  UpstreamPage,
  UpstreamQuery,
} from '@/lib/server/upstream/port/upstream';
import { type Operation, withDeadline } from '@/lib/server/upstream/transport/abort';
import { createHttp } from '@/lib/server/upstream/transport/http';
import { resolveOptions, type UpstreamOptions } from '@/lib/server/upstream/transport/options';
import { createResilience } from '@/lib/server/upstream/transport/resilience';
import type { UpstreamRequest } from '@/lib/server/upstream/transport/upstream-request';
import { checkId } from './check-id';
import { createLists } from './lists';
import { upstreamParameters } from './mapping';
import { createPageLimit } from './page-limit';
import { createPaging } from './paging';
import { createRecordings } from './recordings';
import { readCall } from './records';
import { readTranscript } from './transcripts';
import { createWrites } from './writes';

/** How many recordings are asked for at once; how many are listened to has no bound here. */
const SOUNDS_AT_ONCE = 4;

/** The client for a HappyRobot account. It holds connections until it is closed; calls in flight then abort. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const settings = resolveOptions(options);
  const http = createHttp(settings);
  const resilience = createResilience(settings);
  // Sound is somebody else's storage, behind an address that nobody is sure of: what fails or is slow there must not
  // hold off questions, and is no word on whether HappyRobot is there.
  const ofSound = createResilience({ ...settings, concurrency: SOUNDS_AT_ONCE, watch: undefined });
  const lists = createSharing<UpstreamPage>();
  const calls = createSharing<Call>();
  const transcripts = createSharing<Transcript>();
  const recordings = createSharing<Recording>();
  let closed = false;
  let pending = 0;

  const get = (asked: UpstreamRequest, operation: Operation, background = false) =>
    resilience.run(() => http.send(asked, operation), operation, background);

  const readList = createLists({
    paging: createPaging(settings.log, settings.ways),
    pageLimit: createPageLimit(settings.ways),
    get,
  });

  const inTime =
    <T>(run: (operation: Operation) => Promise<T>) =>
    (signal: AbortSignal) =>
      withDeadline(settings.timeouts.totalMs, signal, run);

  async function awaited<T>(answer: Promise<T>): Promise<T> {
    pending += 1;
    try {
      return await answer;
    } finally {
      pending -= 1;
    }
  }

  const { fetchRecording, openSound } = createRecordings(http, ofSound, settings.baseUrl);

  async function fetchCall(id: string, operation: Operation): Promise<Call> {
    const path = `/calls/${encodeURIComponent(id)}`;
    return readCall(await get({ subject: 'call', path }, operation), id);
  }

  async function fetchTranscript(
    id: string,
    operation: Operation,
    background: boolean,
  ): Promise<Transcript> {
    const path = `/calls/${encodeURIComponent(id)}/transcript`;
    return readTranscript(await get({ subject: 'transcript', path }, operation, background), id);
  }

  /** Nobody can call a write back: whoever leaves, it goes on to its end. */
  const attempt = async <T>(run: (operation: Operation) => Promise<T | Failure>) => {
    if (closed) throw abortError();
    const unstoppable = new AbortController().signal;
    return awaited(inTime((operation) => resilience.once(() => run(operation)))(unstoppable));
  };

  return {
    ...createWrites(attempt, http.send),
    async listCalls(query, options = {}) {
      if (closed) throw abortError();
      const answer = lists.join(
        keyOf(query, options),
        options.signal,
        inTime((operation) => readList(query, options, operation)),
      );
      return options.background ? answer : awaited(answer);
    },
    async getCall(id, { signal, afresh } = {}) {
      if (closed) throw abortError();
      checkId(id);
      const fetch = inTime((operation) => fetchCall(id, operation));
      if (afresh) return awaited(fetch(signal ?? new AbortController().signal));
      return awaited(calls.join(id, signal, fetch));
    },
    async getTranscript(id, { signal, background = false } = {}) {
      if (closed) throw abortError();
      checkId(id);
      const fetch = inTime((operation) => fetchTranscript(id, operation, background));
      const answer = transcripts.join(`${background ? 'background' : ''} ${id}`, signal, fetch);
      return background ? answer : awaited(answer);
    },
    async getRecording(id, { signal } = {}) {
      if (closed) throw abortError();
      checkId(id);
      const fetch = inTime((operation) => fetchRecording(id, operation));
      return awaited(recordings.join(id, signal, fetch));
    },
    async openSound(id, session, { range, signal }) {
      if (closed) throw abortError();
      checkId(id);
      return awaited(inTime((operation) => openSound(id, session, range, operation))(signal));
    },
    async probe(path, parameters, { signal }) {
      if (closed) throw abortError();
      const asked = {
        subject: 'probe',
        path,
        parameters: new URLSearchParams(parameters),
      } as const;
      const answer = await inTime((operation) => http.probe(asked, operation))(signal);
      if (answer instanceof Failure) throw answer.error;
      return answer;
    },
    pending: () => pending,
    async close() {
      closed = true;
      lists.abortAll();
      calls.abortAll();
      transcripts.abortAll();
      recordings.abortAll();
      await http.close();
    },
  };
}

/** The same for queries that ask for the same page in the same way, however they are written. */
function keyOf(query: UpstreamQuery, { whole, background }: ListOptions): string {
  const parameters = upstreamParameters(query, 'skip');
  parameters.sort();
  return `${whole ? 'whole' : ''} ${background ? 'background' : ''} ${parameters}`;
}
