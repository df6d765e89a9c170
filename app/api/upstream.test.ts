import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { upstreamCheckSchema } from '@/lib/call/answers/upstream-check';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import type * as LogModule from '@/lib/server/observability/log';
import { GET, POST } from './upstream/route';
import { GET as getUsage } from './usage/route';

/** The check through the real routes and services, over a demo upstream and an index on disk. */

const KEY = 'hr_live_CanaryKey0123456789';

/** What the server logs, at its most talkative. */
const { lines } = vi.hoisted(() => ({ lines: [] as string[] }));
vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const destination = { write: (line: string) => void lines.push(line) };
  type Options = Parameters<typeof createLog>[0];
  return {
    createLog: (options: Options) => createLog({ ...options, level: 'trace' }, destination),
  };
});

async function startWorld() {
  const demo = await startDemoUpstream({ calls: 300, control: true, apiKey: KEY });
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-check-'));
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('HAPPYROBOT_API_KEY', KEY);
  vi.stubEnv('DATA_DIR', dataDir);
  onTestFinished(async () => {
    await end();
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  return { control: createDemoControl(demo.url) };
}

async function end(): Promise<void> {
  const { upstreamCheck, sync, upstream, index } = container();
  await upstreamCheck.stop();
  await sync.stop();
  await upstream.close();
  await index.close();
  Reflect.deleteProperty(globalThis, Symbol.for('callscope.container'));
}

async function answer(handler: typeof GET, method = 'GET', path = '/api/upstream') {
  const headers = { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' };
  const request = new Request(`http://127.0.0.1${path}`, { method, headers });
  const response = await handler(request, { params: Promise.resolve({}) });
  return response.json();
}

const check = async () => upstreamCheckSchema.parse(await answer(POST, 'POST'));
const last = async () => upstreamCheckSchema.parse(await answer(GET));

describe('GET and POST /api/upstream', () => {
  test('tells nothing before anything was checked', async () => {
    await startWorld();
    expect(await last()).toMatchObject({
      kind: 'calls',
      checked_at: null,
      checking: null,
      findings: [],
    });
  });

  test('checks, and what was found is there after a restart', async () => {
    const { control } = await startWorld();
    await control.setFaults({ kind: 'ignores', parameters: ['tags'] });
    const checked = await check();
    expect(checked.capabilities.honoured).toMatchObject({ tags: false, statuses: true });
    expect(checked.findings).toContainEqual({
      subject: 'Filter tags',
      outcome: 'differs',
      detail: expect.stringContaining('come from the index'),
    });
    expect(container().capabilities.get()).toEqual(checked.capabilities);
    await end();
    expect(await last()).toEqual(checked);
  });

  test('a second check joins the first, whose progress shows meanwhile', async () => {
    const { control } = await startWorld();
    await control.setFaults({ kind: 'delay', ms: 20 });
    const both = Promise.all([check(), check()]);
    await vi.waitFor(async () => expect((await last()).checking?.done).toBeGreaterThan(0), 10_000);
    const [one, other] = await both;
    expect(one).toEqual(other);
    expect((await last()).checking).toBeNull();
    const first = (await control.requests()).filter(({ path }) => path.includes('limit=2000'));
    expect(first).toHaveLength(1);
  });
});

describe('the first check of an account', () => {
  test('runs by itself once the index is idle, and not again at the next start', async () => {
    const { control } = await startWorld();
    container().sync.start();
    container().upstreamCheck.startWhen(container().sync.isIdle);
    await vi.waitFor(async () => expect((await last()).checked_at).not.toBeNull(), 20_000);
    const { checked_at } = await last();
    await end();
    await control.clearRequests();
    container().upstreamCheck.startWhen(async () => true);
    expect((await last()).checked_at).toBe(checked_at);
    expect((await last()).checking).toBeNull();
    expect(await control.requests()).toEqual([]);
  });

  test('waits as long as the index is busy', async () => {
    const { control } = await startWorld();
    const isQuiet = vi.fn(async () => false);
    container().upstreamCheck.startWhen(isQuiet);
    await vi.waitFor(() => expect(isQuiet).toHaveBeenCalled());
    expect((await last()).checking).toBeNull();
    expect(await control.requests()).toEqual([]);
  });
});

test('nothing of what calls hold, and no key, is told or logged', async () => {
  const { control } = await startWorld();
  const canary = 'canary-of-a-caller';
  const spoiled = (n: number) => ({
    id: n.toString(16).padStart(24, 'c'),
    type: `${canary} 1`,
    status: `${canary} +1 312 555 0142`,
    provider: canary,
    created: new Date(Date.now() + n).toISOString(),
    duration: 60,
    [`${canary} 2`]: canary,
    metadata: { from: '+13125550142', to: '+13125550143', recording_sid: canary, tags: [canary] },
    use_case: { id: canary, name: canary, model: canary, hooks: [{ headers: { key: KEY } }] },
    extraction: { name: canary, phone: '+13125550142', key: KEY },
    notes: [{ id: canary, content: canary }],
    ratings: [{ emoji: canary, email: `${canary}@example.com` }],
    campaign_id: canary,
    transfer_contact_email: `${canary}@example.com`,
  });
  await control.insertCalls(...Array.from({ length: 60 }, (_, n) => spoiled(n)));
  await control.setFaults(
    {
      kind: 'redirect',
      location: `https://storage.example/${canary}`,
      match: { path: 'recording' },
    },
    { kind: 'status', status: 400, body: { message: `no ${canary}` }, match: { query: 'tags=' } },
  );
  const checked = await check();
  expect(checked.findings.length).toBeGreaterThan(10);
  const told = JSON.stringify(checked.findings) + lines.join('');
  expect(told).toContain('the upstream was checked');
  for (const secret of [canary, KEY, '5550142', '555 0142', 'storage.example'])
    expect(told).not.toContain(secret);
});

test('without an index the check runs all the same', async () => {
  const { control } = await startWorld();
  vi.stubEnv('DATA_DIR', '/dev/null/nowhere');
  await control.clearRequests();
  const checked = await check();
  expect(checked.findings.length).toBeGreaterThan(10);
  expect((await last()).findings).toEqual(checked.findings);
});

describe('GET /api/usage', () => {
  test('tells nothing as long as the index has not read everything', async () => {
    await startWorld();
    expect(await answer(getUsage, 'GET', '/api/usage')).toEqual({ month: null });
  });
});
