import { describe, expect, test } from 'vitest';
import { oddFieldsOf } from '@/lib/call/odd/odd';
import { readRecord } from './record';

const ID = '665f1d80a1d3e4f5a6b7c8d9';
const NOW = new Date('2026-11-29T09:00:00.000Z');

/** The paths of what in a record does not fit its documented shape. */
function oddPathsIn(record: unknown): string[] | undefined {
  const call = readRecord(record, { whole: true, now: NOW });
  return call && oddFieldsOf(call);
}

/** A call with much of what is documented, and some of its places filled otherwise. */
function aRecord(fields: Record<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {
    id: ID,
    type: 'Outbound',
    status: 'Completed',
    created: '2026-11-02T15:00:00Z',
    duration: 61,
    use_case: { id: 'u1', name: 'Carrier sales', model: 'gpt-4o' },
    metadata: { from: '+13125550142', to: '+13125550143', tags: ['spot'] },
    extraction: { rate: 1250 },
    notes: [{ id: 'n0', content: 'seen' }],
    costs: { total_costs: 0.2, voip: { external: true, total_cost: 0.1 } },
  };
  for (const [path, value] of Object.entries(fields)) put(record, path.split('.'), value);
  return record;
}

function put(object: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) object[key] = value;
  else put(Object(object[key]), rest, value);
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner: unknown, key) => Object(inner)[key], value);
}

const read = (record: unknown, now = NOW) => readRecord(record, { whole: true, now });

describe('is read without loss', () => {
  test.each<[string, string, unknown, unknown]>([
    ['a length as text', 'duration', '412', 412],
    ['an amount in a small currency', 'costs.total_costs', '1.1e9', 1_100_000_000],
    ['the largest amount', 'costs.total_costs', -9_007_199_254, -9_007_199_254],
    ['an amount as text', 'costs.total_costs', ' 1.25e0 ', 1.25],
    ['a flag as a number', 'costs.voip.external', 1, true],
    ['a flag as text', 'use_backup', 'False', false],
    ['a phone number as a number', 'metadata.to', 13125550143, '13125550143'],
    ['an id as a number', 'campaign_id', 7, '7'],
    ['a status as a number', 'status', 5, '5'],
    ['a tag as a number', 'metadata.tags', ['spot', 7], ['spot', '7']],
    ['unix seconds', 'created', 1_795_942_800, '2026-11-29T09:00:00.000Z'],
    ['unix milliseconds', 'scheduled_for', 1_795_942_800_000, '2026-11-29T09:00:00.000Z'],
    ['a time without a zone', 'created', '2026-11-02T15:00:00', '2026-11-02T15:00:00.000Z'],
    ['a whole number as the id of the call', 'id', 900_100, '900100'],
  ])('%s', (_, path, sent, expected) => {
    const call = read(aRecord({ [path]: sent }));
    expect(at(call, path)).toEqual(expected);
    expect(call).not.toHaveProperty('callscope');
  });

  test('what fits is not even copied', () => {
    const record = aRecord({ brand_new: [{}] });
    expect(read(record)).toBe(record);
  });
});

describe('is set aside and named', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['a number for a component', { 'costs.llm': 0.3 }, ['costs.llm']],
    ['a list for the costs', { costs: [0.3] }, ['costs']],
    ['one odd tag among others', { 'metadata.tags': [null, 'spot'] }, ['metadata.tags.0']],
    ['a list for what was extracted', { extraction: [{ rate: 1 }] }, ['extraction']],
    ['text for a use case', { use_case: 'u1' }, ['use_case']],
    ['a note without an id', { notes: [{ id: 'n0' }, { content: 'x' }] }, ['notes.1.id']],
    ['a rating without an emoji', { ratings: [{ email: 'a@example.com' }] }, ['ratings.0.emoji']],
    ['people as objects', { viewed_by: [{ email: 'a@example.com' }] }, ['viewed_by.0']],
    ['no type', { type: null }, ['type']],
    ['an empty status', { status: ' ' }, ['status']],
    ['a length in words', { duration: 'two minutes' }, ['duration']],
    ['a time in words', { 'notes.0.created_at': 'yesterday' }, ['notes.0.created_at']],
    ['a number beyond all bounds', { duration: 1e300 }, ['duration']],
    [
      'amounts that cannot be counted to the millionth',
      { 'costs.total_costs': Number.MIN_SAFE_INTEGER, 'costs.voip.total_cost': '1.1e12' },
      ['costs.total_costs', 'costs.voip.total_cost'],
    ],
    ['a length beyond every call', { duration: Number.MAX_SAFE_INTEGER }, ['duration']],
    ['a time of year 9999', { scheduled_for: '9999-12-31T23:59:59Z' }, ['scheduled_for']],
    [
      'several at once',
      { agent: 7, 'costs.voip.total_cost': {} },
      ['agent', 'costs.voip.total_cost'],
    ],
  ])('%s', (_, fields, expected) => {
    const record = aRecord(fields);
    expect(oddPathsIn(record)).toEqual(expected);
    const call = read(record);
    for (const { path, ...rest } of call?.callscope?.set_aside ?? []) {
      const before = at(record, path);
      expect(rest).toEqual(before === undefined ? {} : { sent: before });
    }
  });

  test('and the rest of it stays', () => {
    const call = read(
      aRecord({ notes: [{ content: 'x' }, 7, { id: 'n1', content: 'y', flagged: 'maybe' }] }),
    );
    expect(call?.notes).toEqual([{ content: 'x' }, { id: 'n1', content: 'y' }]);
    expect(read(aRecord({ 'costs.voip': 0.1 }))?.costs).toEqual({ total_costs: 0.2 });
  });

  test('but not by the thousand', () => {
    const names = oddPathsIn(
      aRecord({ viewed_by: Array.from({ length: 100_000 }, () => 1.5e300) }),
    );
    expect(names).toHaveLength(50);
  });

  test('and what is too large to be kept is only named', () => {
    const call = read(aRecord({ costs: 'x'.repeat(20_000), agent: 'short' }));
    expect(call?.callscope?.set_aside).toEqual([
      { path: 'agent', sent: 'short' },
      { path: 'costs' },
    ]);
  });
});

describe('a call without a time', () => {
  test('has the one that its id begins with', () => {
    const call = read(aRecord({ created: null }));
    expect(call).toMatchObject({
      created: '2024-06-04T13:58:24.000Z',
      callscope: { created_from: 'id', set_aside: [{ path: 'created', sent: null }] },
    });
  });

  test.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('nor with %s', (sent) => {
    expect(read(aRecord({ created: sent }))).toMatchObject({
      created: '2024-06-04T13:58:24.000Z',
      callscope: { created_from: 'id', set_aside: [{ path: 'created', sent }] },
    });
  });

  test.each([
    'ffffffffa1d3e4f5a6b7c8d9',
    '000000000000000000000001',
    'call_1',
    '202611290000000000000001',
  ])('and no likely one in its id %s was seen first when it is read', (id) => {
    const call = read(aRecord({ id, created: 'soon' }));
    expect(call).toMatchObject({
      created: NOW.toISOString(),
      callscope: { created_from: 'first_seen' },
    });
  });
});

test('without type and status they are unknown', () => {
  expect(read({ id: ID })).toMatchObject({ type: 'Unknown', status: 'Unknown' });
  expect(oddPathsIn({ id: ID })).toEqual(['type', 'status', 'created']);
});

test.each([null, 7, 'text', [], {}, { id: null }, { id: '' }, { id: 'a/b' }, { id: 1.5 }])(
  '%j is no call',
  (record) => {
    expect(read(record)).toBeUndefined();
  },
);
