import { expect, it, onTestFinished, vi } from 'vitest';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { callSourceOf } from '@/lib/server/services/calls/call-source';
import { createPlatformUpstream } from '@/lib/server/upstream/platform/platform';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { recordingLog } from '@/lib/server/upstream/transport/socket.test-server';
import { createMemoryStore } from './memory.test-store';
import { createSync } from './sync';
import { idsOf, indexed, SETTINGS } from './sync.test-setup';

const KEY = 'demo-key-of-the-sync';

/** A sync over the platform's demo and real sockets; it looks again as soon as it has looked. */
async function startWorld(calls: number) {
  const demo = await startDemoUpstream({ api: 'platform', apiKey: KEY, calls, control: true });
  const upstream = createPlatformUpstream({ baseUrl: demo.url, apiKey: KEY, log: recordingLog() });
  const store = createMemoryStore();
  const begin = () => {
    const sync = createSync({
      store,
      source: callSourceOf(upstream),
      log: { info: vi.fn(), warn: vi.fn() },
      settings: { ...SETTINGS, newMs: 20, dayMs: 40 },
    });
    sync.start();
    return sync;
  };
  onTestFinished(async () => {
    await upstream.close();
    await demo.close();
  });
  return { control: createDemoControl(demo.url), upstream, store, begin };
}

async function everything(upstream: Upstream) {
  const { calls } = await upstream.listCalls({ limit: 2_000 });
  return calls;
}

it('reads every run of every workflow, also 600 of one second, and follows what comes and goes', async () => {
  const { control, upstream, store, begin } = await startWorld(900);
  const before = await everything(upstream);
  const workflows = [...new Set(before.map(({ use_case }) => use_case?.id ?? ''))];
  const second = new Date(Date.now() - 3_600_000).toISOString();
  const tied = Array.from({ length: 600 }, (_, n) => ({
    id: `tied-${n}`,
    use_case_id: workflows[n % workflows.length] ?? '',
    status: 'completed',
    timestamp: second,
  }));
  const sync = begin();
  onTestFinished(() => sync.stop());
  await control.insertRuns(...tied);
  await expect.poll(() => sync.status().indexed, WAIT).toBe(before.length + 600);
  await expect.poll(() => sync.coverage().complete, WAIT).toBe(true);
  expect(indexed(store)).toEqual(idsOf(await everything(upstream)));

  const late = { ...tied[0], id: 'late', timestamp: new Date(Date.now() - 60_000).toISOString() };
  await control.insertRuns(late);
  await control.removeRuns('tied-5', 'tied-6');
  const after = idsOf(await everything(upstream));
  expect(after).toHaveLength(before.length + 599);
  await expect.poll(() => indexed(store), WAIT).toEqual(after);
});

it('goes on where it was stopped', async () => {
  const { upstream, store, begin } = await startWorld(300);
  const first = begin();
  await expect.poll(() => first.status().indexed, WAIT).toBeGreaterThan(0);
  await first.stop();
  const second = begin();
  onTestFinished(() => second.stop());
  await expect.poll(() => second.coverage().complete, WAIT).toBe(true);
  expect(indexed(store)).toEqual(idsOf(await everything(upstream)));
});

const WAIT = { timeout: 30_000, interval: 50 };
