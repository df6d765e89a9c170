import { describe, expect, it, onTestFinished } from 'vitest';
import type { Call } from '@/lib/call/call';
import type { Driver } from '@/lib/server/index/engine/driver';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { raw } from '@/lib/server/index/engine/sql';
import { prepare } from '@/lib/server/index/schema';
import { createIndexStore } from '@/lib/server/index/sql-store';

const NOW = Date.UTC(2026, 10, 20, 12);
const utc = { timezone: 'UTC' };

function aCall(n: number, extraction: Call['extraction'], more: Partial<Call> = {}): Call {
  const created = new Date(NOW - n * 60_000).toISOString();
  return { id: `c${n}`, type: 'Inbound', status: 'Completed', created, extraction, ...more };
}

async function open(): Promise<Driver> {
  const driver = await openDuckDb({ path: ':memory:' });
  onTestFinished(() => driver.close());
  await prepare(driver, 'tests');
  return driver;
}

const seen = (calls: readonly Call[], at = NOW) => ({ calls, at: new Date(at).toISOString() });

/** As a version left it that knew nothing of extracted values. */
async function asBefore(driver: Driver): Promise<void> {
  await driver.write(async (session) => {
    await session.run(raw('ALTER TABLE call DROP COLUMN extracted'));
    await session.run(raw("UPDATE state SET value = '11' WHERE key = 'version'"));
    await session.run(raw("DELETE FROM dimension WHERE kind = 'extracted'"));
    // What an even older one left behind is of other calls.
    await session.run(raw("INSERT INTO extracted VALUES (1, 0, 16, 'stale', NULL, NULL)"));
  });
}

describe('an index of the version before', () => {
  it('takes extracted values in from the calls it has, and says how far it is', async () => {
    const driver = await open();
    const before = await createIndexStore(driver);
    await before.keep(seen([aCall(1, { rate: 1 }), aCall(2, { rate: 2 }), aCall(3, null)]));
    await asBefore(driver);
    expect(await prepare(driver, 'tests')).toBeUndefined();
    const store = await createIndexStore(driver);
    const found = async (rate: string) => (await store.page({ ...utc, 'x.rate': [rate] })).count;
    expect([await store.extractedCalls(), await found('1'), await found('stale')]).toEqual([
      0, 0, 0,
    ]);
    // A call that comes meanwhile is taken in at once, and once.
    await store.keep(seen([aCall(1, { rate: 7 })], NOW + 1));
    expect([await store.extractedCalls(), await found('7')]).toEqual([1, 1]);
    const { fields } = await store.outcomeFields({ ...utc, now: new Date(NOW + 2).toISOString() });
    expect(fields).toMatchObject([{ key: 'rate', calls: 1, filled: 1 }]);
    expect(await store.fillExtracted()).toBe(2);
    expect([await found('7'), await found('2'), await found('1')]).toEqual([1, 1, 0]);
    expect([await store.extractedCalls(), await store.fillExtracted()]).toEqual([3, 0]);
    expect((await store.extraction(utc)).fields).toMatchObject([
      { key: 'rate', calls: 2, min: 2, max: 7 },
    ]);
  });
});

describe('what was found out on a call', () => {
  it('is replaced with it, stays where only something else changes, and comes back with it', async () => {
    const store = await createIndexStore(await open());
    const found = async (rate: string) => (await store.page({ ...utc, 'x.rate': [rate] })).count;
    await store.keep(seen([aCall(1, { rate: 1 })]));
    await store.keep(seen([aCall(1, { rate: 1 }, { status: 'Busy' })], NOW + 1));
    expect(await found('1')).toBe(1);
    await store.keep(seen([aCall(1, { rate: 2 })], NOW + 2));
    expect([await found('1'), await found('2')]).toEqual([0, 1]);
    for (let read = 0; read < 2; read += 1) await store.markAbsent(['c1']);
    expect((await store.extraction(utc)).fields).toEqual([]);
    await store.keep(seen([aCall(1, { rate: 2 })], NOW + 3));
    expect((await store.extraction(utc)).fields).toMatchObject([{ key: 'rate', calls: 1 }]);
  });

  it('is found by what is put away sorted as by what waits, and counted once', async () => {
    const store = await createIndexStore(await open());
    const keys = Array.from({ length: 400 }, (_, n) => `k${n}`);
    for (let page = 0; page < 4; page += 1) {
      const calls = Array.from({ length: 100 }, (_, n) =>
        aCall(page * 100 + n, Object.fromEntries(keys.map((key) => [key, n % 7]))),
      );
      await store.keep(seen(calls));
    }
    const { fields } = await store.extractionFacets({ ...utc, fields: ['k399'] });
    expect(fields[0]).toMatchObject({ calls: 400, without: 0, distinct: 7 });
    expect((await store.page({ ...utc, 'x.k0': ['6'] })).count).toBe(56);
    expect((await store.extraction(utc)).fields).toHaveLength(400);
  });

  it('is kept of so many keys of an account, and of no more', async () => {
    const store = await createIndexStore(await open());
    const calls = Array.from({ length: 12 }, (_, page) =>
      aCall(page, Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`k${page}_${n}`, n]))),
    );
    await store.keep(seen(calls));
    const { fields, more } = await store.extraction(utc);
    expect([fields.length, more]).toEqual([500, 4500]);
  });

  it('is named and required as the use case says', async () => {
    const store = await createIndexStore(await open());
    const use_case = {
      id: 'u1',
      name: 'Sales',
      extract_with_ai: [
        { name: 'mc_number', description: 'The MC number', type: 'string', required: true },
        { name: 'agreed_rate', type: 'number' },
        'nonsense',
        { name: 5 },
      ],
    };
    const extraction = {
      mc_number: '884213',
      agreed_rate: '1,250',
      other: ['a', 'b'],
      lane: { origin: 'Waco' },
    };
    await store.keep(seen([aCall(1, extraction, { use_case }), aCall(2, { mc_number: '5' })]));
    const { fields } = await store.extraction(utc);
    expect(fields).toMatchObject([
      {
        key: 'mc_number',
        label: 'MC number',
        description: 'The MC number',
        type: 'text',
        calls: 2,
        use_cases: [
          { id: null, name: '(none)', calls: 1, filled: 1, required: null },
          { id: 'u1', name: 'Sales', calls: 1, filled: 1, required: true },
        ],
      },
      { key: 'agreed_rate', type: 'number', min: 1250, use_cases: [{ required: false }] },
      { key: 'lane', type: 'object', values: [], distinct: 0 },
      { key: 'lane.origin', label: 'Lane origin', type: 'text' },
      {
        key: 'other',
        type: 'list',
        values: [
          { value: 'a', count: 1 },
          { value: 'b', count: 1 },
        ],
      },
    ]);
  });
});
