import { onTestFinished } from 'vitest';
import type { Role } from '@/lib/auth/roles';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { person } from '@/lib/server/auth/person.test-person';
import type { UpstreamWatch } from '@/lib/server/upstream/port/upstream';
import { connect } from '@/lib/server/upstream/transport/socket.test-server';
import { createRecordings, type SoundRequest } from './recordings';
import { createStorage, type StorageOptions } from './storage/storage';

/** Must never reach whoever keeps the sound. */
export const CANARY_KEY = 'canary-key-5c1d9e7a30';
export const CALL = '0123456789abcdef01234567';

const TRANSCRIPT = {
  call_id: CALL,
  start_time: 1_761_955_200,
  messages: [
    { role: 'assistant', content: 'Hello', start: 1_761_955_200.5, end: 1_761_955_202 },
    { role: 'user', content: 'Hi', start: 1_761_955_202, end: 1_761_955_203 },
  ],
};

/** A demo upstream with one recorded call of so many seconds, and the service over real sockets. */
export async function startWorld(
  options: { seconds?: number; storage?: Partial<StorageOptions> } = {},
) {
  const demo = await startDemoUpstream({ calls: 0, control: true, apiKey: CANARY_KEY });
  const control = createDemoControl(demo.url);
  const lay = (fields: object) =>
    control.insertCalls({
      id: CALL,
      type: 'Inbound',
      status: 'Completed',
      created: '2025-11-01T00:00:00Z',
      duration: options.seconds ?? 4,
      metadata: { recording_sid: 'RE1' },
      ...fields,
    });
  await lay({});
  await control.setTranscript(CALL, TRANSCRIPT);
  const asked: Parameters<UpstreamWatch['asked']>[0][] = [];
  const watch = { asked: (one: (typeof asked)[number]) => void asked.push(one) };
  const upstream = connect(demo.url, { apiKey: CANARY_KEY });
  const storage = createStorage({ local: true, watch, ...options.storage });
  onTestFinished(async () => {
    await storage.close();
    await demo.close();
  });
  const listened: [heard: object, how: string][] = [];
  let recordings: boolean | null = null;
  const service = createRecordings({
    upstream,
    storage,
    capabilities: {
      // Guarantee: only this one is asked for.
      get: () => ({ paging: null, max_limit: null, honoured: {} as never, recordings }),
      learn: (found) => {
        recordings = found.recordings ?? recordings;
      },
    },
    onListened: (heard, how) => listened.push([heard, how]),
    now: () => new Date(),
  });
  const who = (role: Role, signal?: AbortSignal) => ({
    who: person(role),
    ...(signal && { signal }),
  });

  return {
    control,
    demo,
    service,
    /** Every request to the storage. */
    asked,
    listened,
    lay,
    waveform: (role: Role = 'reviewer') => service.waveform(CALL, who(role)),
    sound: (request: SoundRequest = {}, role: Role = 'reviewer', signal?: AbortSignal) =>
      service.sound(CALL, request, who(role, signal)),
    /** The answer and all of its bytes. */
    async hear(request: SoundRequest = {}) {
      const answer = await service.sound(CALL, request, who('reviewer'));
      const pieces: Uint8Array[] = [];
      for await (const piece of answer.body) pieces.push(piece);
      return { ...answer, bytes: Buffer.concat(pieces) };
    },
  };
}
