import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import { GET as readCalls } from './calls/route';
import { GET as readMetrics } from './metrics/route';
import { GET as readReady } from './ready/route';

const KEY = 'canary-key-0b7e41c9d2';
const TOKEN = 'a-token-for-prometheus';
const CALLS = 60;

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

async function ask(handler: Handler, path: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://127.0.0.1:3000${path}`, { headers });
  const answer = await handler(request, { params: Promise.resolve({}) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const scrape = (token = TOKEN) =>
  ask(readMetrics, '/api/metrics', { authorization: `Bearer ${token}` });

/** The value of a series, as it is written in the text; undefined when it is not there. */
async function series(name: string): Promise<number | undefined> {
  const { text } = await scrape();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** The server's parts over a demo upstream; `sync` is off, so that only what is asked for is counted. */
async function begin({ token = TOKEN, dataDir = '', sync = 'off' } = {}) {
  const demo = await startDemoUpstream({ calls: CALLS, control: true, apiKey: KEY });
  const folder = mkdtempSync(join(tmpdir(), 'callscope-metrics-'));
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('HAPPYROBOT_API_KEY', KEY);
  vi.stubEnv('DATA_DIR', dataDir || folder);
  vi.stubEnv('SYNC', sync);
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('METRICS_TOKEN', token);
  const parts = container();
  onTestFinished(async () => {
    await parts.sync.stop();
    await parts.upstream.close();
    await parts.index.close();
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
    Reflect.deleteProperty(globalThis, Symbol.for('callscope.container'));
  });
  return { ...parts, control: createDemoControl(demo.url) };
}

beforeEach(() => vi.unstubAllEnvs());

describe('GET /api/metrics', () => {
  it('is not there where no token is configured', async () => {
    await begin({ token: '' });
    expect((await scrape()).status).toBe(404);
  });

  it('says nothing to who has not the right token', async () => {
    await begin();
    for (const authorization of ['', TOKEN, 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      const { status, text } = await ask(readMetrics, '/api/metrics', { authorization });
      expect(status).toBe(401);
      expect(text).not.toContain('callscope_');
      expect(text).not.toContain(TOKEN);
    }
    const { status, headers } = await scrape();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('counts answers by the pattern of their path, never by what was asked for', async () => {
    await begin();
    await ask(readCalls, '/api/calls?limit=5&search=canary-word');
    await ask(readCalls, '/api/calls?limit=nonsense');
    const { text } = await scrape();
    expect(text).toContain(
      'callscope_http_requests_total{method="GET",route="/api/calls",status="200"} 1\n',
    );
    expect(text).toContain(
      'callscope_http_requests_total{method="GET",route="/api/calls",status="400"} 1\n',
    );
    expect(text).toContain(
      'callscope_http_request_duration_seconds_count{method="GET",route="/api/calls"} 2\n',
    );
    expect(text).not.toMatch(/canary/);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
  });

  it('counts requests to HappyRobot by how they ended, and shows the breaker', async () => {
    const { control } = await begin();
    const total = (outcome: string) =>
      series(`callscope_upstream_requests_total{subject="list",outcome="${outcome}"}`);
    await ask(readCalls, '/api/calls?limit=5');
    expect(await total('ok')).toBe(1);
    expect(await series('callscope_upstream_breaker_state{state="closed"}')).toBe(1);
    await control.setFaults({ kind: 'status', status: 500 });
    for (let n = 0; n < 4; n += 1) await ask(readCalls, `/api/calls?limit=${n + 6}`);
    expect(await total('upstream_failed')).toBeGreaterThanOrEqual(10);
    expect(await series('callscope_upstream_breaker_state{state="closed"}')).toBe(0);
    expect(await series('callscope_upstream_breaker_state{state="open"}')).toBe(1);
  });

  it('tells how it stands with the index, and leaves out what is not known', async () => {
    const { sync, index } = await begin({ sync: 'on' });
    await index.store();
    expect(await series('callscope_index_open')).toBe(1);
    expect(await series('callscope_index_calls')).toBe(0);
    expect(await series('callscope_sync_lag_seconds')).toBeUndefined();
    sync.start();
    await expect.poll(() => series('callscope_index_calls'), { timeout: 10_000 }).toBe(CALLS);
    expect(await series('callscope_sync_lag_seconds')).toBeLessThan(10);
    expect(await series('callscope_index_rejected_records')).toBe(0);
  });
});

describe('GET /api/ready', () => {
  it('waits for the index', async () => {
    const { index } = await begin();
    const early = await ask(readReady, '/api/ready');
    expect(early.status).toBe(503);
    expect(JSON.parse(early.text)).toMatchObject({ detail: 'The index is being opened.' });
    await index.store();
    const ready = await ask(readReady, '/api/ready');
    expect([ready.status, ready.text]).toEqual([200, '{"status":"ready"}']);
  });

  it('says what is missing while the live view works', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callscope-ready-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'file'), '');
    const { index } = await begin({ dataDir: join(folder, 'file') });
    await index.store().catch(() => undefined);
    const { status, text } = await ask(readReady, '/api/ready');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      code: 'index_unavailable',
      detail: 'DATA_DIR is no folder: a file is in its place.',
    });
    expect(text).not.toContain(folder);
    const calls = await ask(readCalls, '/api/calls?limit=5');
    expect(calls.status).toBe(200);
    expect(JSON.parse(calls.text).calls).toHaveLength(5);
    expect(await series('callscope_index_open')).toBe(0);
    expect(await series('callscope_index_calls')).toBeUndefined();
  });
});
