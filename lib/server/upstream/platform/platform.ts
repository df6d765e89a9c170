import type { Call } from '@/lib/call/call';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { CallscopeError } from '@/lib/server/errors';
import { createSharing } from '@/lib/server/sharing';
import type { Recording } from '@/lib/server/upstream/port/recording';
import type { Upstream, UpstreamPage } from '@/lib/server/upstream/port/upstream';
import { checkId } from '@/lib/server/upstream/reading/check-id';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import { createClient } from '@/lib/server/upstream/transport/client';
import type { UpstreamOptions } from '@/lib/server/upstream/transport/options';
import { createWrite } from '@/lib/server/upstream/transport/write';
import { askingOf } from './asking';
import { PLATFORM_CAPABILITIES } from './can';
import { listRuns } from './lists/run-lists';
import { createWorkflows } from './lists/workflows';
import { readRun } from './run/one-run';
import { readRunRecordings } from './run/run-recordings';
import { readRunTranscript } from './run/run-transcript';
import { createPlatformWrites } from './writes';

/**
 * The client for an organisation on HappyRobot's platform: its runs, of all workflows, as calls. It holds connections
 * until it is closed; what is under way then aborts.
 */
export function createPlatformUpstream({
  organizationId: _,
  ...options
}: UpstreamOptions): Upstream {
  // A key belongs to one organization there: no other header is taken.
  const client = createClient(options);
  const workflows = createWorkflows(() => performance.now());
  const lists = createSharing<UpstreamPage>();
  const calls = createSharing<Call>();
  const transcripts = createSharing<Transcript>();
  const recordings = createSharing<Recording>();

  return {
    can: PLATFORM_CAPABILITIES,
    ...createPlatformWrites(createWrite(client.attempt, client.http.send)),
    async listCalls(query, { signal, background = false } = {}) {
      const key = JSON.stringify(Object.entries(query).sort());
      return client.shared(lists, { key, signal, background }, (operation) =>
        listRuns(query, workflows, askingOf(client, operation, background)),
      );
    },
    async getCall(id, { signal, afresh } = {}) {
      client.refuseClosed();
      checkId(id);
      const read = (operation: Operation) => readRun(id, workflows, askingOf(client, operation));
      return afresh ? client.alone(signal, read) : client.shared(calls, { key: id, signal }, read);
    },
    async getTranscript(id, { signal, background = false } = {}) {
      client.refuseClosed();
      checkId(id);
      return client.shared(transcripts, { key: id, signal, background }, (operation) =>
        readRunTranscript(id, askingOf(client, operation, background)),
      );
    },
    async getRecording(id, { signal } = {}) {
      client.refuseClosed();
      checkId(id);
      return client.shared(recordings, { key: id, signal }, (operation) =>
        readRunRecordings(id, askingOf(client, operation)),
      );
    },
    async openSound() {
      client.refuseClosed();
      throw new CallscopeError('not_found', 'HappyRobot gives recordings by their address only.');
    },
    probe: client.probe,
    pending: client.pending,
    close: () => client.close(lists, calls, transcripts, recordings),
  };
}
