import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, callRowSchema, callSchema } from '@/lib/call/call';
import { readCall, readPage } from './records';
import { withoutSecrets } from './secrets';
import { aCall } from './socket.test-server';

const page = (calls: unknown[]) => ({ calls, count: 3, limit: 50, offset: 0 });

describe('readPage', () => {
  test('unknown statuses, unknown fields, absent and null pass through', () => {
    const odd = aCall(1, { status: 'Teleported', brand_new: { a: [1] }, duration: null });
    expect(readPage(page([odd]))).toMatchObject({ calls: [odd], invalid: [] });
  });

  test('of a use case remains what a list shows', () => {
    const useCase = { id: 'u1', name: 'Kate', model: 'gpt-4o', language: null };
    const given = aCall(1, { use_case: { ...useCase, hooks: [{ headers: {} }], prompt: 'p' } });
    expect(readPage(page([given])).calls).toEqual([aCall(1, { use_case: useCase })]);
  });

  test('a bad record is named with its field and costs no other', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    const result = readPage(
      page([
        aCall(1),
        aCall(2, { created: 'yesterday' }),
        aCall(3, { metadata: { tags: ['a', 7] } }),
        { ...aCall(4), id: 4 },
        null,
        aCall(1, { status: 'Busy' }),
        aCall(6, { extraction: { deep } }),
        aCall(7),
      ]),
    );
    expect(result.calls.map((call) => call.id)).toEqual([aCall(1).id, aCall(7).id]);
    expect(result.calls[0]?.status).toBe('Completed');
    expect(result.invalid).toEqual([
      { id: aCall(2).id, problem: 'created: must be an ISO 8601 instant' },
      { id: aCall(3).id, problem: expect.stringContaining('metadata.tags.1: ') },
      { problem: expect.stringContaining('id: ') },
      { problem: expect.stringContaining('record: ') },
      { id: aCall(1).id, problem: 'appears twice' },
      { id: aCall(6).id, problem: expect.stringContaining('nested deeper') },
    ]);
  });

  test('a key named __proto__ is nothing but a key', () => {
    const record = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(aCall()).slice(1)}`);
    const [call] = readPage(page([record])).calls;
    expect(Object.getPrototypeOf(call)).toBe(Object.prototype);
    expect(call).not.toHaveProperty('polluted');
  });

  test.each([
    [{}, 'calls'],
    [{ calls: {}, count: 1 }, 'calls'],
    [{ calls: [] }, 'count'],
    [{ calls: [], count: '12' }, 'count'],
    [{ calls: [], count: -1 }, 'count'],
  ])('%j is no list of calls', (answer, field) => {
    expect(() => readPage(answer)).toThrow(
      expect.objectContaining({
        code: 'upstream_invalid_response',
        message: expect.stringContaining(field),
      }),
    );
  });
});

describe('a record, whatever is in it,', () => {
  /** A call with some fields replaced, well or badly, and some that nobody declared. */
  const record = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...Object.keys(callSchema.shape)), foreignValue(), {
        maxKeys: 2,
      }),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    )
    .map(([declared, others]) => JSON.parse(JSON.stringify(aCall(1, { ...others, ...declared }))));

  test('is read as the schema says', () => {
    fc.assert(
      fc.property(record, (given) => {
        const expected = callSchema.safeParse(given);
        const { calls, invalid } = readPage(page([given]));
        if (expected.success) {
          expect({ calls, invalid }).toEqual({ calls: [listed(expected.data)], invalid: [] });
          expect(readCall(given, expected.data.id)).toEqual(withoutSecrets(expected.data));
        } else {
          const issue = expected.error.issues[0];
          const problem = `${issue?.path.join('.')}: ${issue?.message}`;
          expect({ calls, invalid }).toMatchObject({ calls: [], invalid: [{ problem }] });
        }
      }),
      { numRuns: 500 },
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

describe('readCall', () => {
  const { id } = aCall();

  test('gives the call without its secrets', () => {
    expect(readCall(aCall(1, { use_case: { name: 'n', hooks: [] } }), id)).toEqual(
      aCall(1, { use_case: { name: 'n' } }),
    );
  });

  test('names the field of a call that cannot be read', () => {
    expect(() => readCall(aCall(1, { type: '' }), id)).toThrow(/cannot be read: type: /);
  });

  test('refuses another call than the one asked for', () => {
    expect(() => readCall(aCall(2), id)).toThrow('another call');
  });
});
