import { describe, expect, test } from 'vitest';
import { readCall, readPage } from './records';
import { aCall } from './socket.test-server';

const page = (calls: unknown[]) => ({ calls, count: 3, limit: 50, offset: 0 });

describe('readPage', () => {
  test('unknown statuses, unknown fields, absent and null pass through', () => {
    const odd = aCall(1, { status: 'Teleported', brand_new: { a: [1] }, duration: null });
    expect(readPage(page([odd]))).toMatchObject({ calls: [odd], invalid: [] });
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
