import { afterAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/call/answers/problem';
import { callResponseSchema, callsResponseSchema } from '@/lib/call/answers/responses';
import { type Call, callRowSchema, callSchema } from '@/lib/call/call';
import { OWNER } from '@/lib/server/auth/person.test-person';
import { CallscopeError } from '@/lib/server/errors';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { CLASSIC_CAPABILITIES } from '@/lib/server/upstream/classic/can';
import type { UpstreamCan } from '@/lib/server/upstream/port/can';
import type { Upstream, UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { createCallsService } from './calls';

const NOW = new Date('2026-11-22T10:30:00Z');

const call: Call = callSchema.parse({
  id: '65a1b2c3d4e5f60718293a4b',
  type: 'Inbound',
  status: 'On the moon',
  created: '2026-11-21T08:00:00Z',
  use_case: { id: 'u1', name: 'Kate', model: 'gpt-4o', language: 'en-US', params: { a: 1 } },
  extraction: { mc_number: '123456' },
  costs: { total_costs: null },
  a_new_field: { of: 'the vendor' },
});

/** What the service asks the upstream. */
type Asked = Pick<Upstream, 'listCalls' | 'getCall'>;

function serviceOver(
  page: Partial<UpstreamPage> = {},
  { complete = true, can }: { complete?: boolean; can?: UpstreamCan } = {},
) {
  const asked: { query: UpstreamQuery; signal: AbortSignal | undefined }[] = [];
  const upstream: Asked = {
    async listCalls(query, options) {
      asked.push({ query, signal: options?.signal });
      return { calls: [call], invalid: [], count: 12_993, limit: 50, offset: 0, ...page };
    },
    async getCall(id) {
      if (id === call.id) return call;
      throw new CallscopeError('not_found', 'There is no such call.');
    },
  };
  return { service: serviceOf(upstream, complete, can), asked };
}

const index = holdIndex(openMemoryIndex, () => {});
afterAll(() => index.close());

function serviceOf(upstream: Asked, complete = true, can = CLASSIC_CAPABILITIES) {
  return createCallsService({
    lists: {
      page: async (query, signal) => ({
        page: await upstream.listCalls(query, signal && { signal }),
        isLoose: false,
      }),
    },
    upstream: { ...upstream, can },
    index,
    meta: async () => ({
      source: 'index',
      as_of: '2026-11-22T10:00:00.000Z',
      coverage: {
        from: '2026-11-20T00:00:00.000Z',
        to: null,
        complete,
        indexed: 1,
        upstream_count: 1,
        unreadable: 0,
      },
    }),
    writeThrough: { keep: () => {} },
    outage: { since: () => '2026-11-22T10:20:00.000Z' },
    now: () => NOW,
  });
}

describe('listCalls', () => {
  it('resolves a relative range at the time of the request, in the zone of the query', async () => {
    const { service, asked } = serviceOver();
    await service.listCalls(
      { from: 'yesterday', timezone: 'America/Chicago', sort: 'asc' },
      { who: OWNER },
    );
    await service.listCalls({ from: 'today', limit: 25, offset: 50 }, { who: OWNER });
    expect(asked.map(({ query }) => query)).toEqual([
      {
        from: '2026-11-21T06:00:00.000Z',
        to: '2026-11-22T05:59:59.999Z',
        limit: 50,
        sort: 'asc',
      },
      { from: '2026-11-22T00:00:00.000Z', limit: 25, offset: 50 },
    ]);
  });

  it('hands all other filters and the signal on as they are', async () => {
    const { service, asked } = serviceOver();
    const { signal } = new AbortController();
    const query = { type: 'Inbound', tags: ['a b'], search: 'x', statuses: ['Busy'] } as const;
    await service.listCalls(
      { ...query, tags: [...query.tags], statuses: [...query.statuses] },
      { who: OWNER, signal },
    );
    expect(asked).toEqual([{ query: { ...query, limit: 50 }, signal }]);
  });

  it('cuts rows down to what the row schema declares', async () => {
    const { service } = serviceOver();
    const answer = await service.listCalls({}, { who: OWNER });
    expect(answer.calls).toEqual([callRowSchema.parse(call)]);
    expect(Object.keys(answer.calls[0] ?? {})).not.toContain('a_new_field');
    expect(answer.calls[0]?.use_case).toEqual({
      id: 'u1',
      name: 'Kate',
      model: 'gpt-4o',
      language: 'en-US',
    });
    expect(answer.calls[0]?.costs).toEqual({ total_costs: null });
    expect(callsResponseSchema.parse(answer)).toEqual(answer);
  });

  it('says where the answer comes from and what could not be read', async () => {
    const invalid = [{ id: 'x', problem: 'created: must be an ISO 8601 instant' }];
    const { service } = serviceOver({ invalid, count: 3, limit: 2000, offset: 1 });
    expect(await service.listCalls({}, { who: OWNER })).toMatchObject({
      count: 3,
      limit: 2000,
      offset: 1,
      meta: { source: 'live', stale: false, as_of: NOW.toISOString(), invalid, odd: [] },
    });
  });
});

describe('getCall', () => {
  it('answers with the whole call and where it comes from', async () => {
    const answer = await serviceOver().service.getCall(call.id, { who: OWNER });
    const meta = { source: 'live', stale: false, as_of: NOW.toISOString(), invalid: [], odd: [] };
    expect(answer).toEqual({ ...call, meta });
    expect(callResponseSchema.parse(answer)).toEqual(answer);
  });

  it('passes the failure of the upstream on', async () => {
    await expect(serviceOver().service.getCall('unknown', { who: OWNER })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('what the index answers', () => {
  const failing = (code: ProblemCode): Asked => ({
    async listCalls() {
      throw new CallscopeError(code, 'No.');
    },
    async getCall() {
      throw new CallscopeError(code, 'No.');
    },
  });
  const known = async () => {
    const store = await index.store();
    await store.keep({ calls: [call], at: '2026-11-22T10:00:00.000Z' });
  };

  it.each([
    [{ type: 'Inbound' }],
    [{ statuses: ['Busy'], from: '-24h' }],
    [{ sort: 'asc' }],
  ] as const)('%j, where the upstream cannot be asked it', async (query) => {
    await known();
    const can = { ...CLASSIC_CAPABILITIES, filters: ['from', 'to'], sorts: ['desc'] } as const;
    const { service, asked } = serviceOver({}, { can });
    const { meta } = await service.listCalls(query as never, { who: OWNER });
    expect(meta).toMatchObject({ source: 'index', stale: false });
    expect(asked).toEqual([]);
    await service.listCalls({ from: '-24h' }, { who: OWNER });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [{ sort_by: 'duration' }],
    [{ agents: ['a'] }],
    [{ tags: ['a,b'] }],
    [{ has_notes: false }],
    [{ campaigns: ['(none)'] }],
  ] as const)('%j, which the upstream cannot be asked', async (query) => {
    await known();
    const { service, asked } = serviceOver();
    const { meta } = await service.listCalls(query as never, { who: OWNER });
    expect(meta).toMatchObject({
      source: 'index',
      stale: false,
      as_of: '2026-11-22T10:00:00.000Z',
    });
    expect(asked).toEqual([]);
  });

  it.each(['upstream_unreachable', 'upstream_timeout', 'upstream_failed'] as const)(
    'lists and calls while the upstream is away: %s',
    async (code) => {
      await known();
      const service = serviceOf(failing(code));
      const { calls, count, meta } = await service.listCalls({}, { who: OWNER });
      expect(calls).toEqual([expect.objectContaining({ id: call.id, status: 'On the moon' })]);
      expect([count, meta.source, meta.stale]).toEqual([1, 'index', true]);
      expect(meta.away_since).toBe('2026-11-22T10:20:00.000Z');
      const one = await service.getCall(call.id, { who: OWNER });
      expect(one).toMatchObject({ a_new_field: { of: 'the vendor' }, meta: { stale: true } });
    },
  );

  it.each(['upstream_unauthorized', 'upstream_rate_limited', 'invalid_request'] as const)(
    'nothing where the upstream has something to say: %s',
    async (code) => {
      await known();
      await expect(serviceOf(failing(code)).listCalls({}, { who: OWNER })).rejects.toMatchObject({
        code,
      });
      await expect(serviceOf(failing(code)).getCall(call.id, { who: OWNER })).rejects.toMatchObject(
        { code },
      );
    },
  );

  it.each(['(312) 555-0101', '+13125550101', 'é', 'e\u0301'])(
    'a search for %s, which can be written in other ways, where it knows every call',
    async (search) => {
      await known();
      const kept = {
        ...call,
        id: 'spelled',
        created: '2026-11-18T08:00:00Z',
        extraction: { n: '312.555.0101', city: 'Orle\u0301ans' },
      };
      await (await index.store()).keep({ calls: [kept], at: '2026-11-22T10:00:00.000Z' });
      const { service, asked } = serviceOver();
      const { calls, meta } = await service.listCalls({ search }, { who: OWNER });
      expect([calls.map(({ id }) => id), meta.source, asked]).toEqual([['spelled'], 'index', []]);
    },
  );

  it.each([
    ['(312) 555-0101', '+13125550101'],
    ['Dallas', 'Dallas'],
    ['é', 'é'],
  ])('not a search for %s while calls are missing', async (search, sent) => {
    const { service, asked } = serviceOver({}, { complete: false });
    const { meta } = await service.listCalls({ search }, { who: OWNER });
    expect([meta.source, asked.map(({ query }) => query.search)]).toEqual(['live', [sent]]);
  });

  it('no list that it knows only in part', async () => {
    await known();
    const service = serviceOf(failing('upstream_unreachable'), false);
    await expect(service.listCalls({}, { who: OWNER })).rejects.toMatchObject({
      code: 'upstream_unreachable',
    });
    await expect(
      service.listCalls({ from: '2026-11-19T00:00:00Z' }, { who: OWNER }),
    ).rejects.toThrow();
    const { count } = await service.listCalls({ from: '2026-11-20T00:00:00Z' }, { who: OWNER });
    expect(count).toBe(1);
  });

  it('no call that it never saw', async () => {
    const service = serviceOf(failing('upstream_unreachable'));
    await expect(service.getCall('unseen', { who: OWNER })).rejects.toMatchObject({
      code: 'upstream_unreachable',
    });
  });
});
