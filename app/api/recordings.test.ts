import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import type * as LogModule from '@/lib/server/observability/log';
import { GET } from './calls/[id]/recording/route';
import { GET as readWaveform } from './calls/[id]/recording/waveform/route';
import { holdToReference } from './reference.test-holder';

/** The routes of sound, through the real handlers and services over real sockets. */

const { lines } = vi.hoisted(() => ({ lines: [] as string[] }));
vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const destination = { write: (line: string) => void lines.push(line) };
  type Options = Parameters<typeof createLog>[0];
  return { createLog: (options: Options) => createLog(options, destination) };
});

const KEY = 'canary-key-91f0c2b7d4';
const RECORDED = {
  type: 'Inbound',
  status: 'Completed',
  created: '2025-11-01T14:32:00Z',
  duration: 3,
  metadata: { recording_sid: 'RE1' },
};
const CALL = '0123456789abcdef01234567';
const dataDir = mkdtempSync(join(tmpdir(), 'callscope-recordings-'));
let demo: DemoUpstream;
let control: DemoControl;

beforeAll(async () => {
  demo = await startDemoUpstream({ calls: 0, control: true, apiKey: KEY });
  control = createDemoControl(demo.url);
  await control.insertCalls({ id: CALL, ...RECORDED });
  vi.stubEnv('HAPPYROBOT_API_KEY', KEY);
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('DATA_DIR', dataDir);
});
beforeEach(async () => {
  await control.clearFaults();
  lines.length = 0;
});
afterAll(async () => {
  await container().index.close();
  await demo.close();
  rmSync(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const context = { params: Promise.resolve({ id: CALL }) };

function ask(query = '', init: RequestInit = {}, of = context): Promise<Response> {
  return GET(new Request(`http://localhost/api/calls/${CALL}/recording${query}`, init), of);
}

test('sound leaves with what a player needs, and nothing about where it lies', async () => {
  const whole = await ask();
  expect(whole.status).toBe(200);
  const body = Buffer.from(await whole.arrayBuffer());
  expect(Object.fromEntries(whole.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-length': String(body.length),
    'content-type': 'audio/wav',
    'x-request-id': expect.any(String),
  });
  const part = await ask('', { headers: { range: 'bytes=10-19' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes 10-19/${body.length}`,
  ]);
  expect(Buffer.from(await part.arrayBuffer()).equals(body.subarray(10, 20))).toBe(true);
  const conditional = { range: 'bytes=10-19', 'if-range': '"an-etag"' };
  expect((await ask('', { headers: conditional })).status).toBe(200);
  expect(lines.join('')).toContain('"status":206');
});

test('HEAD tells the same without a body, and nobody has listened', async () => {
  const { status, headers, body } = await ask('', { method: 'HEAD' });
  expect([status, headers.get('content-length'), body]).toEqual([200, '48058', null]);
  expect(lines.filter((line) => line.includes('"msg":"recording heard"'))).toEqual([]);
});

test('a part that is not there is told with the size', async () => {
  const response = await ask('', { headers: { range: 'bytes=99999-' } });
  expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */48058']);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  holdToReference('GET /api/calls/{id}/recording', { status: 416, type, text });
  expect(JSON.parse(text)).toMatchObject({ code: 'range_not_satisfiable' });
});

test('a file has a name that says which call it was', async () => {
  const { headers } = await ask('?download=true');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="callscope-recording-2025-11-01-1432-utc-${CALL}.wav"`,
  );
});

test('the shape fits its schema', async () => {
  const request = new Request(`http://localhost/api/calls/${CALL}/recording/waveform`);
  const response = await readWaveform(request, context);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const { status } = response;
  holdToReference('GET /api/calls/{id}/recording/waveform', { status, type, text });
  expect(JSON.parse(text)).toMatchObject({ id: CALL, sessions: [{ duration: 3, channels: 2 }] });
});

test('why there is none is told', async () => {
  await control.setFaults({ kind: 'status', status: 410, match: { path: '/recording' } });
  const other = { params: Promise.resolve({ id: `${'0'.repeat(23)}1` }) };
  await control.insertCalls({ id: `${'0'.repeat(23)}1`, type: 'Inbound', status: 'Completed' });
  const response = await GET(new Request('http://localhost/api/calls/x/recording'), other);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'no_recording', reason: 'gone' });
});

test('the log tells who listened to which call, and never an address or the key', async () => {
  // Nobody has listened to this one in the minutes before.
  const id = `${'0'.repeat(23)}2`;
  await control.insertCalls({ id, ...RECORDED });
  const fresh = { params: Promise.resolve({ id }) };
  await (await ask('', {}, fresh)).arrayBuffer();
  await control.setFaults({
    kind: 'redirect',
    location: 'https://10.0.0.8/x',
    match: { path: '/recordings/' },
  });
  await (await ask('', {}, fresh)).text();
  const told = lines.map((line): unknown => JSON.parse(line));
  const heard = told.filter((line) => JSON.stringify(line).includes('"msg":"recording heard"'));
  expect(heard).toMatchObject([{ call: id }]);
  expect(told).toContainEqual(
    expect.objectContaining({
      status: 502,
      code: 'recording_refused',
      route: '/api/calls/{id}/recording',
    }),
  );
  expect(lines.join('')).not.toMatch(new RegExp(`${KEY}|signature|10\\.0\\.0\\.8|/recordings/`));
});

test('a browser that leaves ends the request to the storage', async () => {
  await control.setFaults({
    kind: 'slow_drip',
    bytes: 2_000,
    ms: 20,
    match: { path: '/recordings/' },
  });
  const reader = (await ask()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(lines.join('')).toContain('"status":499');
  await vi.waitFor(async () =>
    expect((await control.requests()).at(-1)).toMatchObject({ aborted: true, status: 206 }),
  );
});
