import type { Call } from '@/lib/call/call';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { createSharing } from '@/lib/server/sharing';
import type { Recording } from '@/lib/server/upstream/port/recording';
import type {
  ListOptions,
  Upstream,
  UpstreamPage,
  UpstreamQuery,
} from '@/lib/server/upstream/port/upstream';
import { checkId } from '@/lib/server/upstream/reading/check-id';
import { readTranscript } from '@/lib/server/upstream/reading/transcripts';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import { createClient } from '@/lib/server/upstream/transport/client';
import type { UpstreamOptions } from '@/lib/server/upstream/transport/options';
import { createResilience } from '@/lib/server/upstream/transport/resilience';
import { createWrite } from '@/lib/server/upstream/transport/write';
import { CLASSIC_CAPABILITIES } from './can';
import { createLists } from './lists';
import { upstreamParameters } from './mapping';
import { createPageLimit } from './page-limit';
import { createPaging } from './paging';
import { createRecordings } from './recordings';
import { readCall } from './records';
import { createWrites } from './writes';

/** How many recordings are asked for at once; how many are listened to has no bound here. */
const SOUNDS_AT_ONCE = 4;

/** The client for a HappyRobot account. It holds connections until it is closed; calls in flight then abort. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const client = createClient(options);
  const { settings, http, get } = client;
  // Sound is somebody else's storage, behind an address that nobody is sure of: what fails or is slow there must not
  // hold off questions, and is no word on whether HappyRobot is there.
  const ofSound = createResilience({ ...settings, concurrency: SOUNDS_AT_ONCE, watch: undefined });
  const lists = createSharing<UpstreamPage>();
  const calls = createSharing<Call>();
  const transcripts = createSharing<Transcript>();
  const recordings = createSharing<Recording>();

  const readList = createLists({
    paging: createPaging(settings.log, settings.ways),
    pageLimit: createPageLimit(settings.ways),
    get,
  });

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

  return {
    can: CLASSIC_CAPABILITIES,
    ...createWrites(createWrite(client.attempt, http.send)),
    async listCalls(query, options = {}) {
      const { signal, background } = options;
      return client.shared(
        lists,
        { key: keyOf(query, options), signal, background: background ?? false },
        (operation) => readList(query, options, operation),
      );
    },
    async getCall(id, { signal, afresh } = {}) {
      client.refuseClosed();
      checkId(id);
      const fetch = (operation: Operation) => fetchCall(id, operation);
      return afresh
        ? client.alone(signal, fetch)
        : client.shared(calls, { key: id, signal }, fetch);
    },
    async getTranscript(id, { signal, background = false } = {}) {
      client.refuseClosed();
      checkId(id);
      return client.shared(transcripts, { key: id, signal, background }, (operation) =>
        fetchTranscript(id, operation, background),
      );
    },
    async getRecording(id, { signal } = {}) {
      client.refuseClosed();
      checkId(id);
      return client.shared(recordings, { key: id, signal }, (operation) =>
        fetchRecording(id, operation),
      );
    },
    async openSound(id, session, { range, signal }) {
      client.refuseClosed();
      checkId(id);
      return client.alone(signal, (operation) => openSound(id, session, range, operation));
    },
    probe: client.probe,
    pending: client.pending,
    close: () => client.close(lists, calls, transcripts, recordings),
  };
}

/** The same for queries that ask for the same page in the same way, however they are written. */
function keyOf(query: UpstreamQuery, { whole }: ListOptions): string {
  const parameters = upstreamParameters(query, 'skip');
  parameters.sort();
  return `${whole ? 'whole' : ''} ${parameters}`;
}
