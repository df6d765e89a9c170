import { afterEach, beforeEach, expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import type { Driver } from '@/lib/server/index/engine/driver';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { prepare } from '@/lib/server/index/schema';
import { createIndexStore } from '@/lib/server/index/sql-store';
import type { IndexStore } from '@/lib/server/index/store';
import { familyOf, MOST_GENERATIONS, MOST_MEMBERS } from './family';

let driver: Driver;
let store: IndexStore;

beforeEach(async () => {
  driver = await openDuckDb({ path: ':memory:' });
  await prepare(driver, 'tests');
  store = await createIndexStore(driver);
});
afterEach(() => store.close());

const START = Date.UTC(2026, 10, 1);
const call = (id: string, parent: string | null, n: number) =>
  callSchema.parse({
    id,
    type: 'Outbound',
    status: 'Busy',
    created: new Date(START + n * 1000).toISOString(),
    parent_call_id: parent,
  });
const AT = '2026-11-22T00:00:00.000Z';
/** However slow the machine is. */
const family = (id: string) => familyOf(driver, id, () => 0);

test('a chain of hundreds is followed for so many generations each way, and told to be cut', async () => {
  const calls = Array.from({ length: 400 }, (_, n) =>
    call(`c${n}`, n === 0 ? null : `c${n - 1}`, n),
  );
  await store.keep({ calls, at: AT });
  expect((await family('c200')).ids.length).toBe(1 + 2 * MOST_GENERATIONS);
  expect((await family('c200')).whole).toBe(false);
  expect((await family('c390')).ids.length).toBe(1 + MOST_GENERATIONS + 9);
  expect((await family('c50')).whole).toBe(false);
});

test('of very many repeats of one call the first ones are taken', async () => {
  const calls = Array.from({ length: MOST_MEMBERS + 200 }, (_, n) =>
    call(`c${n}`, n === 0 ? null : 'c0', n),
  );
  await store.keep({ calls, at: AT });
  expect((await family('c0')).ids.length).toBe(MOST_MEMBERS);
  expect((await family('c0')).whole).toBe(false);
  expect((await family('c7')).ids.length).toBe(2);
  expect((await family('c7')).whole).toBe(true);
});

test('a family at the very bound is whole', async () => {
  const calls = Array.from({ length: MOST_GENERATIONS + 1 }, (_, n) =>
    call(`c${n}`, n === 0 ? null : `c${n - 1}`, n),
  );
  await store.keep({ calls, at: AT });
  expect((await family('c0')).ids.length).toBe(MOST_GENERATIONS + 1);
  expect((await family('c0')).whole).toBe(true);
  expect((await family(`c${MOST_GENERATIONS}`)).whole).toBe(true);
  expect((await family('unknown')).whole).toBe(true);
});

test('a walk that takes too long is cut', async () => {
  let clock = 0;
  const rows = { id: 'x', parent: 'x' };
  const found = await familyOf(
    {
      query: async (_, row) => {
        clock += 700;
        rows.id = `x${clock}`;
        rows.parent = `x${clock + 700}`;
        return [row.parse(rows)];
      },
    },
    'x',
    () => clock,
  );
  expect(found.whole).toBe(false);
  expect(found.ids.length).toBeLessThan(6);
});
