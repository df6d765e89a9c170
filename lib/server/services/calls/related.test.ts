import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexMeta } from '@/lib/call/answers/index-responses';
import { type Call, callSchema } from '@/lib/call/call';
import { relatedResponseSchema } from '@/lib/call/related';
import { OWNER } from '@/lib/server/auth/person.test-person';
import { CallscopeError } from '@/lib/server/errors';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createRelatedCalls } from './related';

const CUSTOMER = '+12145550100';
const DESK = '+13125550100';

let minute = 0;

/** Each is a minute younger than the one before. */
function call(id: string, fields: Record<string, unknown> = {}): Call {
  minute += 1;
  return callSchema.parse({
    id,
    type: 'Outbound',
    status: 'No answer',
    created: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
    metadata: { from: DESK, to: CUSTOMER },
    ...fields,
  });
}

const cost = (total_costs: number | null) => ({ costs: { total_costs } });

const CALLS = [
  call('first', { duration: 30, ...cost(0.1) }),
  call('second', { parent_call_id: 'first', duration: 90, ...cost(0.2) }),
  call('third', { parent_call_id: 'second', ...cost(null) }),
  call('called-back', {
    type: 'Inbound',
    metadata: { from: CUSTOMER, to: DESK },
    ...cost(0.000001),
  }),
  call('longer-number', { metadata: { from: DESK, to: `${CUSTOMER}9` } }),
  call('only-said', { metadata: { from: DESK, to: '+1' }, extraction: { phone: CUSTOMER } }),
  call('from-the-desk', { type: 'Inbound', metadata: { from: DESK, to: CUSTOMER } }),
  call('anonymous', { type: 'Inbound', metadata: { from: 'anonymous', to: DESK } }),
  call('anonymous-too', { type: 'Inbound', metadata: { from: 'anonymous', to: DESK } }),
  call('circle-a', { parent_call_id: 'circle-b', metadata: null, ...cost(null) }),
  call('circle-b', { parent_call_id: 'circle-a', metadata: null }),
  call('busy', { metadata: { from: DESK, to: '+19995550100' } }),
  ...Array.from({ length: 120 }, (_, place) =>
    call(`again-${place}`, { metadata: { from: DESK, to: '+19995550100' }, ...cost(0.01) }),
  ),
];

const META: IndexMeta = {
  source: 'index',
  as_of: null,
  coverage: {
    from: null,
    to: null,
    complete: false,
    indexed: 1,
    upstream_count: null,
    unreadable: 0,
  },
};

const index = holdIndex(openMemoryIndex, () => {});
const unknown = call('not-indexed', { parent_call_id: 'first', ...cost(1) });
const related = createRelatedCalls({
  index,
  meta: async () => META,
  calls: {
    async getCall(id) {
      if (id !== unknown.id) throw new CallscopeError('not_found', 'There is no such call.');
      return {
        ...unknown,
        meta: { source: 'live', stale: false, as_of: unknown.created, invalid: [], odd: [] },
      };
    },
  },
});

beforeAll(async () => {
  await (await index.store()).keep({ calls: CALLS, at: '2026-11-22T00:00:00Z' });
});
afterAll(() => index.close());

async function ask(id: string) {
  const answer = relatedResponseSchema.parse(await related.of(id, { who: OWNER }));
  const idsOf = (calls: readonly { id: string }[]) => calls.map((each) => each.id);
  return { ...answer, family: idsOf(answer.family), same: idsOf(answer.same_number) };
}

describe('other attempts', () => {
  it('are the family, and the calls with the very number on the other side', async () => {
    const answer = await ask('second');
    expect(answer.number).toBe(CUSTOMER);
    expect(answer.family).toEqual(['third', 'second', 'first']);
    expect(answer.same).toEqual(['called-back']);
    expect(answer.meta).toEqual(META);
  });

  it('are summed exactly, and a missing figure is told and not a zero', async () => {
    const { totals } = await ask('second');
    expect(totals.family).toEqual({
      calls: 3,
      calls_without_cost: 1,
      calls_without_duration: 1,
      minutes: 2,
      cost: 0.3,
    });
    expect(totals.all).toMatchObject({ calls: 4, calls_without_cost: 1, cost: 0.300001 });
    expect((await ask('circle-a')).totals.all).toEqual({
      calls: 2,
      calls_without_cost: 2,
      calls_without_duration: 2,
      minutes: null,
      cost: null,
    });
  });

  it('end where calls repeat each other in a circle', async () => {
    expect((await ask('circle-a')).family).toEqual(['circle-b', 'circle-a']);
  });

  it('are not looked for by what is no number', async () => {
    const answer = await ask('anonymous');
    expect(answer.number).toBeNull();
    expect(answer.same).toEqual([]);
  });

  it('are cut to the newest, while the totals tell of all', async () => {
    const answer = await ask('busy');
    expect(answer.family).toEqual(['busy']);
    expect(answer.same).toHaveLength(50);
    expect(answer.same[0]).toBe('again-119');
    expect(answer.totals.same_number).toMatchObject({ calls: 120, cost: 1.2 });
  });

  it('are told of a call that the index does not know yet', async () => {
    const answer = await ask('not-indexed');
    expect(answer.family).toEqual(['not-indexed']);
    expect(answer.same).toEqual(['called-back', 'third', 'second', 'first']);
    expect(answer.totals.family).toMatchObject({ calls: 1, cost: 1 });
  });

  it('are not made up: what nobody knows is not found, and without an index nothing is told', async () => {
    await expect(related.of('nobody', { who: OWNER })).rejects.toMatchObject({ code: 'not_found' });
    const broken = createRelatedCalls({
      index: holdIndex(
        () => Promise.reject(new Error('lock')),
        () => {},
      ),
      meta: async () => META,
      calls: { getCall: () => Promise.reject(new Error('unasked')) },
    });
    await expect(broken.of('first', { who: OWNER })).rejects.toMatchObject({
      code: 'index_unavailable',
    });
  });
});
