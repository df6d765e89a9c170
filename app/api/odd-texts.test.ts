import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FacetsResponse, facetsResponseSchema } from '@/lib/call/answers/index-responses';
import { callsResponseSchema } from '@/lib/call/answers/responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { termOf } from '@/lib/call/values/terms';
import { createDemoControl } from '@/lib/demo/control/control';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import { GET as getCalls } from './calls/route';
import { GET as getFacets } from './facets/route';

/** Texts that are hard to ask for, through the API, the index and the upstream. */

vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('@/lib/server/services/export/text-threads', async () => {
  const { textHere } = await import('@/lib/server/services/export/text-here.test-maker');
  return { textThreads: textHere };
});

const TAGS = [
  ['vip'],
  [' vip '],
  ['vip', ' vip '],
  [''],
  ['', 'vip'],
  [],
  ['(none)'],
  ['(empty)', '\\(none)'],
  ['%28none%29', '%2C', '50%'],
  ['a,b', 'a', 'b'],
  ['"', "'", '<b>', '\t', 'x\ny', '👩‍👩‍👧', 'مرحبا', 'é', 'e\u0301'],
];

let demo: DemoUpstream;
const dataDir = mkdtempSync(join(tmpdir(), 'callscope-odd-texts-'));

beforeAll(async () => {
  demo = await startDemoUpstream({ calls: 20, control: true });
  await createDemoControl(demo.url).insertCalls(...calls());
  vi.stubEnv('HAPPYROBOT_API_KEY', 'demo-key');
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('LOG_LEVEL', 'silent');
  const { sync } = container();
  sync.start();
  const known = async () => (await facets({})).meta.coverage;
  await vi.waitFor(async () => expect((await known()).complete).toBe(true), 20_000);
});
afterAll(async () => {
  const { sync, index } = container();
  await sync.stop();
  await index.close();
  await demo.close();
  rmSync(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function calls() {
  return TAGS.map((tags, at) => ({
    id: `f0e1d2c3b4a59687786900${String(at).padStart(2, '0')}`,
    type: 'Inbound',
    status: ['Completed', '(none)', ' Completed '][at % 3],
    created: `2026-11-20T00:00:${String(at).padStart(2, '0')}Z`,
    metadata: { from: '+13125550199', to: '+14155550123', tags },
    campaign_id: [null, '(none)', 'c1'][at % 3],
    extraction: { callback: ['(415) 555-0177', '+14155550177', 'call 415.555.0177 at noon'][at] },
  }));
}

async function facets(query: CallsQuery): Promise<FacetsResponse> {
  return facetsResponseSchema.parse(await answer(getFacets, 'facets', query));
}

async function count(query: CallsQuery): Promise<number> {
  const list = callsResponseSchema.parse(await answer(getCalls, 'calls', query));
  expect(list.calls.length).toBe(list.count);
  return list.count;
}

async function answer(get: typeof getCalls, path: string, query: CallsQuery): Promise<unknown> {
  const request = new Request(`http://localhost/api/${path}?${callsQueryParams(query)}`);
  const response = await get(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
  return response.json();
}

describe('the count of a value', () => {
  it.each(['tags', 'statuses', 'campaigns'] as const)('is that of its list: %s', async (key) => {
    const { facets: found, count: all } = await facets({});
    expect(found[key].length).toBeGreaterThan(2);
    for (const { value, count: counted } of found[key]) {
      expect([value, await count({ [key]: [value] })]).toEqual([value, counted]);
      expect([value, await count({ [`not_${key}`]: [value] })]).toEqual([value, all - counted]);
    }
  });

  it('is there for every tag, and one for calls without any', async () => {
    const found = (await facets({ from: '2026-11-20T00:00:00Z', to: '2026-11-20T00:00:59Z' }))
      .facets.tags;
    const counts = new Map(found.map(({ value, count: counted }) => [value, counted]));
    for (const tag of new Set(TAGS.flat()))
      expect([tag, counts.get(termOf(tag))]).toEqual([
        tag,
        TAGS.filter((tags) => tags.includes(tag)).length,
      ]);
    expect(counts.get('(none)')).toBeGreaterThanOrEqual(1);
  });
});

describe('a number', () => {
  it.each(['(415) 555-0177', '+1 415-555-0177', '001 415 555 0177', '4155550177', '+14155550177'])(
    'is found by %s, however it is kept',
    async (search) => expect(await count({ search })).toBe(3),
  );

  it.each(['555-0199', '(312) 555', '+1 312-555-0199'])('is found by %s', async (search) =>
    expect(await count({ search, to: '2026-11-20T00:01:00Z', from: '2026-11-20T00:00:00Z' })).toBe(
      TAGS.length,
    ),
  );
});
