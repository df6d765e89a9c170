import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, callRowSchema, callSchema, callShape } from '@/lib/call/call';
import { oddFieldsOf } from '@/lib/call/odd/odd';
import { withoutSecrets } from '@/lib/server/upstream/reading/secrets';
import { aCall } from '@/lib/server/upstream/transport/socket.test-server';
import { readCall, readPage } from './records';

const page = (calls: unknown[]) => ({ calls, count: 3, limit: 50, offset: 0 });
const ids = (calls: readonly Call[]) => calls.map(({ id }) => id);

describe('readPage', () => {
  test('unknown statuses, unknown fields, absent and null pass through', () => {
    const given = aCall(1, { status: 'Teleported', brand_new: { a: [1] }, duration: null });
    expect(readPage(page([given]))).toMatchObject({ calls: [given], invalid: [] });
  });

  test('of a use case remains what a list shows', () => {
    const useCase = { id: 'u1', name: 'Kate', model: 'gpt-4o', language: null };
    const given = aCall(1, { use_case: { ...useCase, hooks: [{ headers: {} }], prompt: 'p' } });
    expect(readPage(page([given])).calls).toEqual([aCall(1, { use_case: useCase })]);
  });

  test('only an id that cannot be one costs a record its place', () => {
    const result = readPage(
      page([
        aCall(1),
        aCall(2, { created: 'yesterday', metadata: 7, notes: 'n', ratings: {}, costs: null }),
        { id: 4 },
        { ...aCall(5), id: '@/lib/server/services/calls/calls' },
        { ...aCall(6), id: { $oid: 'x' } },
        null,
        aCall(1, { status: 'Busy' }),
        { id: 'call_1234567' },
        { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
        { id: '202611290000000000000001' },
        { id: '64B7F0C2A1D3E4F5A6B7C8D9' },
      ]),
    );
    expect(ids(result.calls)).toEqual([
      aCall(1).id,
      aCall(2).id,
      '4',
      'call_1234567',
      '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      '202611290000000000000001',
      '64B7F0C2A1D3E4F5A6B7C8D9',
    ]);
    expect(result.calls[0]?.status).toBe('Completed');
    expect(result.invalid).toEqual([
      { id: '@/lib/server/services/calls/calls', problem: 'id: must be a call id' },
      { problem: 'id: is missing' },
      { problem: 'record: is no object' },
      { id: aCall(1).id, problem: 'appears twice' },
    ]);
  });

  test('of what is nested too deep only the part that is so is set aside', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    const given = aCall(1, { extraction: { deep, mc: '12' }, 'odd\n.name': deep, notes: [deep] });
    const [call] = readPage(page([given])).calls;
    expect(call).toMatchObject({ extraction: { mc: '12' }, notes: [] });
    expect(call && oddFieldsOf(call)).toEqual(['notes.0', 'extraction.deep', 'odd__name']);
  });

  test('a key named __proto__ is nothing but a key', () => {
    const record = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(aCall()).slice(1)}`);
    const odd = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(aCall(2)).slice(1)}`);
    const { calls } = readPage(page([record, { ...odd, duration: {}, type: null }]));
    expect(calls).toHaveLength(2);
    for (const call of calls) {
      expect(Object.getPrototypeOf(call)).toBe(Object.prototype);
      expect(call).not.toHaveProperty('polluted');
    }
  });

  test('what is ours cannot be sent', () => {
    const given = aCall(1, { callscope: { set_aside: [{ path: 'costs' }] } });
    expect(readPage(page([given])).calls).toEqual([aCall(1)]);
  });
});

describe('a record, whatever is in it,', () => {
  const DOCUMENTED = Object.keys(callShape);

  /** A call with some fields replaced, well or badly, and some that nobody declared. */
  const record = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...DOCUMENTED), foreignValue(), { maxKeys: 2 }),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    )
    .map(([declared, others]) => JSON.parse(JSON.stringify(aCall(1, { ...others, ...declared }))));

  test('is taken as it is where the schema takes it, and fits the schema in any case', () => {
    fc.assert(
      fc.property(record, (given) => {
        delete given.callscope;
        const { calls, invalid } = readPage(page([given]), { now: NOW });
        expect(calls.length + invalid.length).toBe(1);
        const [call] = calls;
        if (!call) {
          expect(readPage(page([{ ...given, id: 'x' }])).calls).toHaveLength(1);
          return;
        }
        expect(callSchema.safeParse(call).success).toBe(true);
        const expected = callSchema.safeParse(given);
        if (!expected.success || call.callscope) return;
        expect(call).toEqual(listed(expected.data));
        expect(readCall(given, call.id)).toEqual(withoutSecrets(expected.data));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps all other fields when one of them is replaced by anything', () => {
    const whole = aCall(1, FULL);
    const [expected] = readPage(page([whole])).calls;
    const places = pathsIn(FULL);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const [call] = readPage(page([replaced(whole, path, value)]), { now: NOW }).calls;
        const { callscope, ...rest } = { ...call };
        const [top = ''] = path;
        const others = Object.entries(rest).filter(([key]) => key !== top);
        expect(Object.fromEntries(others)).toEqual(
          Object.fromEntries(Object.entries({ ...expected }).filter(([key]) => key !== top)),
        );
        for (const field of callscope ? oddFieldsOf({ callscope }) : [])
          expect(field.split('.')[0]).toBe(top);
      }),
      { numRuns: 1000 },
    );
  });

  function listed(call: Call): Call {
    if (!call.use_case) return withoutSecrets(call);
    return withoutSecrets({ ...call, use_case: callRowSchema.shape.use_case.parse(call.use_case) });
  }

  function foreignValue() {
    return fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record(
        {
          id: fc.jsonValue(),
          name: fc.string(),
          model: fc.constant(null),
          hooks: fc.jsonValue(),
          tags: fc.array(fc.oneof(fc.string(), fc.integer())),
          custom: fc.dictionary(fc.string(), fc.jsonValue()),
          total_costs: fc.double({ noNaN: true, noDefaultInfinity: true }),
          llm: fc.oneof(fc.constant(null), fc.record({ total_cost: fc.jsonValue() })),
        },
        { requiredKeys: [] },
      ),
      fc.array(fc.record({ id: fc.string(), content: fc.jsonValue(), emoji: fc.string() })),
    );
  }
});

const NOW = new Date('2026-11-29T09:00:00.000Z');

/** A call with something in each documented place. */
const FULL = {
  type: 'Outbound',
  status: 'Busy',
  created: '2026-11-01T00:00:00Z',
  provider: 'Twilio',
  metadata: { from: '+1', to: '+2', tags: ['a', 'b'], custom: { mc: 1 }, call_sid: 'CA1' },
  use_case: { id: 'u', name: 'n', model: 'm', language: 'en-US' },
  agent: { id: 'a', name: 'b' },
  extraction: { rate: 1250 },
  classification: { tag: 'won', reasoning: 'r' },
  duration: 61,
  viewed_by: ['a@example.com'],
  notes: [{ id: 'n', user_id: 'a@example.com', content: 'c', flagged: true, created_at: null }],
  ratings: [{ emoji: '✅', email: 'a@example.com', created: '2026-11-02T00:00:00Z' }],
  samples: ['s'],
  use_backup: true,
  max_duration_mins: 10,
  costs: { total_costs: 1.5, voip: { external: false, total_cost: 0.5 }, llm: { input_cost: 1 } },
};

type Path = readonly (string | number)[];

/** The places in data that something can be put in. */
function pathsIn(data: unknown, before: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const path = [...before, Array.isArray(data) ? Number(key) : key];
    return [path, ...pathsIn(value, path)];
  });
}

function replaced(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((item, at) => (at === key ? replaced(item, rest, value) : item));
  const inner: unknown = Object(data)[key];
  return { ...Object(data), [key]: replaced(inner, rest, value) };
}

describe('readCall', () => {
  const { id } = aCall();

  test('gives the call without its secrets', () => {
    expect(readCall(aCall(1, { use_case: { name: 'n', hooks: [] } }), id)).toEqual(
      aCall(1, { use_case: { name: 'n' } }),
    );
  });

  test.each([
    { call: aCall() },
    { data: aCall(), message: 'ok' },
    { result: [aCall()] },
    { calls: [aCall()], count: 1 },
  ])('finds the call in %j', (answer) => {
    expect(readCall(answer, id)).toEqual(aCall());
  });

  test('refuses what has no call in it', () => {
    expect(() => readCall({ call: null }, id)).toThrow('cannot be read');
  });

  test('refuses another call than the one asked for', () => {
    expect(() => readCall(aCall(2), id)).toThrow('another call');
    expect(() => readCall({ data: aCall(2) }, id)).toThrow('cannot be read');
  });
});
