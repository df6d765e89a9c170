import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Role } from '@/lib/auth/roles';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { person } from '@/lib/server/auth/person.test-person';
import type { UpstreamWatch } from '@/lib/server/upstream/port/upstream';
import { connect } from '@/lib/server/upstream/transport/socket.test-server';
import { createRecordings, type RecordingsOptions, type SoundRequest } from './recordings';
import { createStorage, type StorageOptions } from './storage/storage';

/** Must never reach whoever keeps the sound. */
export const CANARY_KEY = 'canary-key-5c1d9e7a30';
export const CALL = '0123456789abcdef01234567';

/** What faults strike: the bytes of a recording, and the question where it lies. */
export const OF_SOUND = { path: '/recordings/' };
export const OF_ADDRESS = { path: '/calls/' };

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
  options: {
    seconds?: number;
    storage?: Partial<StorageOptions>;
    limits?: RecordingsOptions['limits'];
  } = {},
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
    ...(options.limits && { limits: options.limits }),
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

/** A server for one test that is no HappyRobot. */
export async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // Guarantee: a TCP server that listens has an address of this shape.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The same world whose recording lies at such a server; `sessions` has it lie there twice. */
export async function worldAt(
  handler: RequestListener,
  options: Parameters<typeof startWorld>[0] & { form?: 'json' | 'sessions' } = {},
) {
  const { form = 'json', ...given } = options;
  const world = await startWorld(given);
  const address = `${await serve(handler)}/`;
  await world.control.setFaults({ kind: 'sound', form, address, match: OF_ADDRESS });
  return world;
}

/** A WAV file of one channel, 8 kHz and 8 bits, whose header says that it has so many bytes of sound. */
export function wavOf(bytes: number, said = bytes): Buffer {
  const file = Buffer.alloc(44 + bytes, 128);
  file.write('RIFF....WAVEfmt ');
  const fields = [16, 1 | (1 << 16), 8_000, 8_000, 1 | (8 << 16)];
  for (const [place, value] of fields.entries()) file.writeUInt32LE(value, 16 + place * 4);
  file.write('data', 36);
  file.writeUInt32LE(said, 40);
  return file;
}
