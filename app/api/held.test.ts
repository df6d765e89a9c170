import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import type { Identity } from '@/lib/auth/roles';
import type { FaultRequest } from '@/lib/demo/control/faults';
import type * as LogModule from '@/lib/server/observability/log';
import { GET as readCall } from './calls/[id]/route';
import { ask, CALLS, CANARY_KEY, startWorld } from './faults.test-world';

/**
 * Lists held to what was asked, whatever HappyRobot leaves undone: a list that is shown is the right one, and it
 * says where it comes from. Real sockets, the real routes and parts, a real index on disk.
 */

const OWNER: Identity = { role: 'manager', account: null };

vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  type Options = Parameters<typeof createLog>[0];
  return { createLog: (options: Options) => createLog(options, nowhere) };
});

beforeEach(() => {
  // The waits between attempts are drawn by lot: here they are always short.
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const pageSchema = z.object({
  calls: z.array(z.looseObject({ id: z.string() })),
  count: z.number(),
  meta: z.object({
    source: z.string(),
    stale: z.boolean(),
    reason: z.object({ code: z.string(), detail: z.string() }).optional(),
  }),
});
const syncSchema = z.object({ ignored_filters: z.array(z.string()) });
const listSchema = z.object({
  calls: z.array(z.looseObject({ id: z.string() })),
  count: z.number(),
});

/** Six calls an hour apart, older than all others; every other one has what the filters below ask for. */
const MARKED = Array.from({ length: 6 }, (_, index) => ({
  id: `${'0'.repeat(23)}${index}`,
  type: 'Inbound',
  created: new Date(Date.UTC(2020, 0, 1, index)).toISOString(),
  status: index % 2 === 0 ? 'Parked' : 'Completed',
  metadata: {
    from: '+13125550140',
    to: '+13125550141',
    tags: index % 2 === 0 ? ['marked'] : [],
  },
  use_case: { id: index % 2 === 0 ? 'u-marked' : 'u', name: 'A', model: `model-${index % 2}` },
  campaign_id: index % 2 === 0 ? 'c-marked' : null,
  extraction: { note: index % 2 === 0 ? 'Marked load' : 'another' },
  ratings: index % 2 === 0 ? [{ emoji: '🚨', email: 'a@b.example' }] : [],
  ...(index % 2 === 0 && { transfer_contact_email: 'Marked@b.example' }),
}));
const ALL = CALLS + MARKED.length;

const FILTERS: [parameter: string, value: string][] = [
  ['type', 'Outbound'],
  ['statuses', 'Parked'],
  ['tags', 'marked'],
  ['models', 'model-0'],
  ['ratings', '🚨'],
  ['use_cases', 'u-marked'],
  ['campaigns', 'c-marked'],
  ['from', '2020-01-01T02:00:00Z'],
  ['to', '2020-01-01T03:00:00Z'],
  ['search', 'marked LOAD'],
  ['transfer_contact_email', 'marked@b.example'],
];

async function startMarked() {
  const world = await startWorld([]);
  await world.control.insertCalls(...MARKED);
  const rightList = async (query: string) => {
    const answer = await fetch(`${world.url}/calls${query}`, {
      headers: { authorization: `Bearer ${CANARY_KEY}` },
    });
    const { calls, count } = listSchema.parse(await answer.json());
    return { ids: calls.map(({ id }) => id), count };
  };
  return {
    ...world,
    rightList,
    async fill() {
      world.sync().start();
      await expect
        .poll(async () => (await world.sync().status({ who: OWNER })).state, { timeout: 15_000 })
        .toBe('idle');
    },
    async listsAsked() {
      const requests = await world.control.requests();
      return requests.filter(({ path }) => path.includes('sort=')).map(({ path }) => path);
    },
  };
}

async function list(query: string) {
  const { status, text } = await ask('/api/calls', query);
  if (status !== 200)
    return { status, code: z.object({ code: z.string() }).parse(JSON.parse(text)).code };
  const { calls, count, meta } = pageSchema.parse(JSON.parse(text));
  return { status, ids: calls.map(({ id }) => id), count, meta };
}

async function ignored() {
  return syncSchema.parse(JSON.parse((await ask('/api/sync')).text)).ignored_filters;
}

describe.each(FILTERS)('%s ignored', (parameter, value) => {
  const fault: FaultRequest = { kind: 'ignores', parameters: [parameter] };
  const asking = `${parameter}=${encodeURIComponent(value)}`;

  it.each([
    { limit: 100, sort: 'desc' },
    // The oldest call is one of those that most filters ask for: only the count tells that they were ignored.
    { limit: 1, sort: 'asc' },
  ])('no wrong list is shown while the index knows nothing: %j', async ({ limit, sort }) => {
    const world = await startMarked();
    const query = `?${asking}&limit=${limit}&sort=${sort}`;
    await world.control.setFaults(fault);
    expect(await list(query)).toEqual({ status: 502, code: 'upstream_ignores_filter' });
  });

  it('is answered by a complete index, at once from the second time on', async () => {
    const world = await startMarked();
    const right = await world.rightList(`?${asking}&limit=3`);
    await world.fill();
    await world.control.setFaults(fault);
    const answer = await list(`?${asking}&limit=3`);
    expect(answer).toMatchObject({ ...right, meta: { source: 'index', stale: false } });
    expect(answer.meta?.reason?.code).toBe('upstream_ignores_filter');
    expect(await ignored()).toEqual([parameter]);
    await world.control.clearRequests();
    expect(await list(`?${asking}&limit=3`)).toEqual(answer);
    expect(await world.listsAsked()).toEqual([]);
    // Other questions are HappyRobot's as before.
    expect(await list('?limit=3')).toMatchObject({ count: ALL, meta: { source: 'live' } });
  });
});

const COMPLETE = [
  // Of a few calls the times can lie so close that no order can be told from them.
  { fault: { kind: 'wrong_order' }, query: '?limit=40', ignored: ['sort'] },
  { fault: { kind: 'wrong_order' }, query: '?limit=40&sort=asc', ignored: ['sort'] },
  {
    fault: { kind: 'ignores', parameters: ['sort'] },
    query: '?limit=40&sort=asc',
    ignored: ['sort'],
  },
  {
    fault: { kind: 'ignores', parameters: ['tags', 'type'] },
    query: '?type=Inbound&tags=marked',
    ignored: ['tags', 'type'],
  },
  // Two calls out of place are no other order: nothing is remembered against HappyRobot.
  { fault: { kind: 'misordered' }, query: '?limit=40', ignored: [] },
] satisfies { fault: FaultRequest; query: string; ignored: string[] }[];

it.each(COMPLETE)('$fault, $query: a complete index answers', async (expected) => {
  const world = await startMarked();
  const { query } = expected;
  const right = await world.rightList(query);
  await world.fill();
  await world.control.setFaults(expected.fault);
  const answer = await list(query);
  expect(answer).toMatchObject({ ...right, meta: { source: 'index', stale: false } });
  expect((await ignored()).sort()).toEqual(expected.ignored);
});

it('an order that nobody can mend is told, and one that is nearly right shown with a word', async () => {
  const world = await startMarked();
  await world.control.setFaults({ kind: 'misordered' });
  expect((await list('?limit=40')).meta).toMatchObject({
    source: 'live',
    reason: { code: 'upstream_ignores_filter' },
  });
  await world.control.setFaults({ kind: 'wrong_order' });
  expect(await list('?limit=5')).toEqual({ status: 502, code: 'upstream_ignores_filter' });
});

it('what was found survives a restart, and what is honoured again is used again', async () => {
  const world = await startMarked();
  const folder = mkdtempSync(join(tmpdir(), 'callscope-held-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await world.restart(world.url, folder);
  await world.fill();
  await world.control.setFaults({ kind: 'ignores', parameters: ['tags'] });
  await list('?tags=marked');
  const store = await world.store();
  await expect.poll(() => store.state('capabilities')).toBeDefined();

  await world.restart(world.url, folder);
  await expect.poll(ignored).toEqual(['tags']);
  await world.fill();
  // It is asked again in the background, and still ignored.
  await world.control.clearRequests();
  expect(await list('?tags=marked')).toMatchObject({ count: 3, meta: { source: 'index' } });
  await expect.poll(world.listsAsked).toHaveLength(1);
  expect(await ignored()).toEqual(['tags']);

  await world.control.clearFaults();
  await world.restart(world.url, folder);
  await world.fill();
  await expect.poll(ignored).toEqual(['tags']);
  expect(await list('?tags=marked')).toMatchObject({ count: 3, meta: { source: 'index' } });
  await expect.poll(ignored).toEqual([]);
  expect(await list('?tags=marked')).toMatchObject({ count: 3, meta: { source: 'live' } });
});

it('a call that comes as nonsense is shown as the index knows it, which is told', async () => {
  const world = await startMarked();
  const id = MARKED[0]?.id ?? '';
  const read = async () => {
    const request = new Request(`http://127.0.0.1/api/calls/${id}`);
    const answer = await readCall(request, { params: Promise.resolve({ id }) });
    return { status: answer.status, body: await answer.json() };
  };
  await world.control.setFaults({ kind: 'html' });
  expect(await read()).toMatchObject({ status: 502, body: { code: 'upstream_invalid_response' } });
  await world.control.clearFaults();
  await world.fill();
  await world.control.setFaults({ kind: 'html' });
  expect(await read()).toMatchObject({
    status: 200,
    body: {
      id,
      status: 'Parked',
      meta: { source: 'index', stale: true, reason: { code: 'upstream_invalid_response' } },
    },
  });
});

it.each([
  ['a page without its calls', { calls: [], count: 50 }],
  ['a count of the page alone', { count: 2 }],
  ['a count beyond belief', { count: 1e15 }],
])('%s: the index answers once it knows all, and says why', async (_, set) => {
  const world = await startMarked();
  // A count can be far only from many.
  const many = Array.from({ length: 120 }, (__, n) => ({
    ...MARKED[0],
    id: `a${String(n).padStart(23, '0')}`,
    created: new Date(Date.UTC(2026, 9, 1, n)).toISOString(),
  }));
  await world.control.insertCalls(...many);
  await world.fill();
  await world.control.setFaults({ kind: 'reshaped', set });
  expect(await list('?limit=2')).toMatchObject({
    status: 200,
    count: ALL + 120,
    ids: { length: 2 },
    meta: { source: 'index', stale: true, reason: { code: 'upstream_invalid_response' } },
  });
});

it('a count that the page disproves is no count', async () => {
  const world = await startMarked();
  await world.control.setFaults({ kind: 'reshaped', set: { count: 10 } });
  expect(await list('?limit=20&offset=20')).toMatchObject({ status: 200, count: 41 });
});

it('an order that is refused comes from the index once it knows all', async () => {
  const world = await startMarked();
  const refusing: FaultRequest = { kind: 'status', status: 400, match: { path: '/calls' } };
  await world.control.setFaults(refusing);
  expect(await list('?sort=asc')).toMatchObject({ status: 502, code: 'upstream_rejected' });
  await world.control.clearFaults();
  await world.fill();
  await world.control.setFaults(refusing);
  expect(await list('?sort=asc')).toMatchObject({
    status: 200,
    count: ALL,
    meta: { source: 'index', reason: { code: 'upstream_rejected' } },
  });
});
