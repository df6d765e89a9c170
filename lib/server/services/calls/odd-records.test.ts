import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '@/lib/call/call';
import { oddFieldsOf } from '@/lib/call/odd/odd';
import { generateCalls } from '@/lib/demo/generate';
import { ODDITY_COUNT, oddRecord } from '@/lib/demo/odd/odd-records';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore } from '@/lib/server/index/store';
import { callsCsv } from '@/lib/server/services/export/formats/calls-csv';
import { jsonLines } from '@/lib/server/services/export/formats/json-lines';
import { readPage } from '@/lib/server/upstream/classic/records';

/** Calls that are odd, beside the same ones without the fields that are: nothing that counts or exports may differ. */

const NOW = new Date('2026-11-20T12:00:00.000Z');
const COUNT = ODDITY_COUNT * 20;

const records: unknown[] = generateCalls({ seed: 'odd', now: NOW.getTime(), count: COUNT }).map(
  (call) => oddRecord(JSON.parse(JSON.stringify(call))),
);
const read = (sent: readonly unknown[]) => readPage({ calls: sent }, { whole: true, now: NOW });
const odd = read(records).calls;
const absent = read(odd.map((call, at) => without(records[at], call))).calls;

const stores: IndexStore[] = [];

beforeAll(async () => {
  for (const calls of [odd, absent]) {
    const store = await openMemoryIndex();
    await store.keep({ calls, at: NOW.toISOString() });
    stores.push(store);
  }
});

afterAll(async () => {
  for (const store of stores) await store.close();
});

test('no call is lost, and many are odd', () => {
  expect(odd).toHaveLength(COUNT);
  expect(absent).toHaveLength(COUNT);
  expect(odd.filter(({ callscope }) => callscope).length).toBeGreaterThan(COUNT / 3);
});

const utc = { timezone: 'UTC' } as const;
const costs = { ...utc, interval: 'day', previous: null, now: NOW.toISOString() } as const;

test.each<[string, (store: IndexStore) => Promise<unknown>]>([
  ['facets', (store) => store.facets(utc)],
  ['costs by model', (store) => store.costs({ ...costs, group_by: 'model' })],
  ['costs by tag', (store) => store.costs({ ...costs, group_by: 'tag' })],
  ['patterns', (store) => store.patterns({ ...utc, now: costs.now })],
  ['a list by cost', async (store) => (await store.page({ ...utc, sort_by: 'total_cost' })).calls],
  ['calls of unknown type', async (store) => (await store.page({ ...utc, type: 'Unknown' })).calls],
  ['CSV', (store) => written(store, callsCsv('America/Chicago', 'exact').record)],
  ['JSON Lines', (store) => written(store, jsonLines.record)],
])('%s are the same', async (_, ask) => {
  const [first, second] = await Promise.all(stores.map(ask));
  expect(first).toEqual(second);
});

test('calls of unknown type can be asked for', async () => {
  const { count } = (await stores[0]?.page({ ...utc, type: 'Unknown' })) ?? { count: 0 };
  expect(count).toBe(odd.filter(({ type }) => type === 'Unknown').length);
  expect(count).toBeGreaterThan(0);
});

async function written(store: IndexStore, write: (call: Call) => string): Promise<string> {
  let text = '';
  for await (const batch of store.export(utc)) for (const call of batch) text += write(call);
  return text;
}

/** The record without what was set aside of it; the last items of a list go first, so that the others stay in place. */
function without(record: unknown, call: Call): unknown {
  const copy: unknown = structuredClone(record);
  for (const path of oddFieldsOf(call).reverse()) remove(copy, path.split('.'));
  return copy;
}

function remove(data: unknown, [key = '', ...rest]: string[]): void {
  if (rest.length > 0) remove(Object(data)[key], rest);
  else if (Array.isArray(data)) data.splice(Number(key), 1);
  else delete Object(data)[key];
}
