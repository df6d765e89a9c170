import { expect, it, onTestFinished } from 'vitest';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createCapabilities } from '@/lib/server/services/connection/capabilities';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import { createCounts } from './counts';
import { createVerifiedLists } from './verified-lists';

const KEY = 'a-key';

/** Lists of a demo upstream of 60 calls; the index knows those that are put into it, and never claims to know all. */
async function startLists(failure?: Error) {
  const demo = await startDemoUpstream({ calls: 60, control: true, apiKey: KEY });
  const log = { info: () => undefined, warn: () => undefined, debug: () => undefined };
  const upstream = createUpstream({ baseUrl: demo.url, apiKey: KEY, log });
  const index = holdIndex(openMemoryIndex, () => undefined);
  onTestFinished(async () => {
    await upstream.close();
    await index.close();
    await demo.close();
  });
  const capabilities = createCapabilities({
    index,
    now: () => new Date(),
    onFailure: () => undefined,
  });
  const coverage = {
    from: null,
    to: null,
    complete: false,
    indexed: 0,
    upstream_count: null,
    unreadable: 0,
  };
  const counts = createCounts({
    upstream,
    index,
    meta: async () => {
      if (failure) throw failure;
      return { source: 'index', as_of: null, coverage };
    },
    capabilities,
  });
  const time = { ms: 0 };
  const found: (readonly string[])[] = [];
  const lists = createVerifiedLists({
    upstream,
    capabilities,
    counts,
    clock: () => time.ms,
    onFound: (kinds) => void found.push(kinds),
  });
  const control = createDemoControl(demo.url);
  const asked = async () => (await control.requests()).length;
  return { lists, capabilities, control, asked, time, found };
}

const ignoring = { code: 'upstream_ignores_filter' };

it.each([
  { parameter: 'type', query: { type: 'Outbound' }, kind: 'type' },
  { parameter: 'sort', query: { sort: 'asc' }, kind: 'sort_asc' },
] as const)(
  '$parameter: is asked again once a minute, and used when honoured',
  async (expected) => {
    const { parameter, query, kind } = expected;
    const { lists, capabilities, control, asked, time, found } = await startLists();
    await control.setFaults({ kind: 'ignores', parameters: [parameter] });
    await expect(lists.page(query)).rejects.toMatchObject(ignoring);
    expect(found).toEqual([[kind]]);
    await control.clearRequests();
    time.ms += 59_000;
    await expect(lists.page(query)).rejects.toMatchObject(ignoring);
    expect(await asked()).toBe(0);
    time.ms += 1_000;
    await expect(lists.page(query)).rejects.toMatchObject(ignoring);
    await expect.poll(asked).toBe(1);
    expect(capabilities.ignores(kind)).toBe(true);

    await control.clearFaults();
    time.ms += 60_000;
    await expect(lists.page(query)).rejects.toMatchObject(ignoring);
    await expect.poll(() => capabilities.ignores(kind)).toBe(false);
    expect((await lists.page(query)).page.calls.length).toBeGreaterThan(1);
  },
);

it('a filter that every call fulfils is not found to be ignored, and one that is proven is not proven again', async () => {
  const { lists, capabilities, control, asked } = await startLists();
  const since = { from: '2000-01-01T00:00:00Z', limit: 5 };
  expect((await lists.page(since)).page.count).toBe(60);
  expect(capabilities.get().honoured.from).toBeNull();
  await lists.page({ type: 'Outbound', limit: 5 });
  expect(capabilities.get().honoured.type).toBe(true);
  await control.clearRequests();
  await lists.page({ type: 'Outbound', limit: 5 });
  expect(await asked()).toBe(1);
});

it('an upstream that cannot be asked twice has said nothing against its list', async () => {
  const { lists, control } = await startLists();
  await control.setFaults({ kind: 'status', status: 500, match: { query: 'limit=50' } });
  expect((await lists.page({ type: 'Outbound', limit: 5 })).page.calls).toHaveLength(5);
});

it('an index that fails takes no list of HappyRobot along', async () => {
  const { lists } = await startLists(new Error('the index is broken'));
  expect((await lists.page({ limit: 20 })).page.calls).toHaveLength(20);
});
