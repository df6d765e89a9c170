import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, type CallRow, callSchema } from '@/lib/call/call';
import { COST_COMPONENTS, toMicros } from '@/lib/call/costs/costs';
import { PROVIDER_TAG_PREFIX } from '@/lib/call/query/focus-columns';
import { parseExportQuery } from '@/lib/call/query/routes/export-query';
import { generateCalls } from '@/lib/demo/generate';
import { person } from '@/lib/server/auth/person.test-person';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore } from '@/lib/server/index/store';
import { exportCalls } from './export';
import { parseCsv, parseTable } from './formats/csv.test-parser';
import { pricedAmounts } from './formats/focus/call-charges';
import { hostileCalls } from './formats/focus/hostile-calls.test-calls';
import { brokenRules } from './formats/focus/validator.test-validator';
import { textHere } from './text-here.test-maker';
import { createExportTurns } from './turns';

/** Charges of the real index: both forms tell what the page of costs tells. */

const NOW = new Date('2026-11-22T20:00:00Z');

async function withIndex<T>(calls: Call[], run: (store: IndexStore) => Promise<T>): Promise<T> {
  const store = await openMemoryIndex();
  try {
    await store.keep({ calls, at: NOW.toISOString() });
    return await run(store);
  } finally {
    await store.close();
  }
}

async function exported(store: IndexStore, query: string) {
  const { query: asked, problems } = parseExportQuery(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const handle = {
    store: async () => store,
    condition: () => 'open' as const,
    close: async () => undefined,
  };
  const parts = {
    index: handle,
    currency: 'EUR',
    now: () => NOW,
    makerOf: textHere,
    turns: createExportTurns(),
  };
  const answer = await exportCalls(parts, asked, { who: person('manager') });
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of answer.body) text += decoder.decode(piece, { stream: true });
  return { ...answer, text };
}

async function totalsOf(store: IndexStore, filters: { type?: 'Inbound' } = {}) {
  const { totals } = await store.costs({
    ...filters,
    timezone: 'UTC',
    interval: 'month',
    group_by: 'none',
    previous: null,
    now: NOW.toISOString(),
  });
  return {
    total: toMicros(totals.total) + 0,
    bySku: COST_COMPONENTS.map((component) => toMicros(totals[component]) + 0),
  };
}

function sumsOf(rows: readonly Record<string, string>[]) {
  const micros = (of: readonly Record<string, string>[]) =>
    of.reduce((all, { BilledCost }) => all + Math.round(Number(BilledCost) * 1e6), 0) + 0;
  const bySku = COST_COMPONENTS.map((sku) => micros(rows.filter(({ SkuId }) => SkuId === sku)));
  return { total: micros(rows), bySku };
}

async function expectBothForms(store: IndexStore, filter = '') {
  const calls = await exported(store, `format=focus&dialect=exact${filter}`);
  const days = await exported(store, `format=focus-daily&dialect=exact${filter}`);
  for (const { text } of [calls, days])
    expect(brokenRules(parseCsv(text)[0] ?? [], parseTable(text), [PROVIDER_TAG_PREFIX])).toEqual(
      [],
    );
  const [byCall, byDay] = [parseTable(calls.text), parseTable(days.text)];
  expect(sumsOf(byDay)).toEqual(sumsOf(byCall));
  const count = byDay.reduce((all, { x_CallCount }) => all + Number(x_CallCount), 0);
  expect(count).toBe(byCall.length);
  return { byCall, byDay, sizes: [calls.text.length, days.text.length] as const };
}

/** Those whose sums numbers can tell, in years that a series can have. */
function summable(calls: readonly CallRow[]): Call[] {
  return calls
    .filter(({ created }) => created.startsWith('2026'))
    .filter(({ costs }) => pricedAmounts(costs).every(({ micros }) => Math.abs(micros) < 1e13))
    .map((call) => callSchema.parse(call));
}

describe('charges by call and by day', () => {
  it('of the demo add up to the figures of the page, and days take a small part of the room', async () => {
    // Fifty a day, as the demo has: fewer would leave a day little to add up.
    const calls = generateCalls({ seed: 'daily', now: NOW.getTime(), count: 6000 }).slice(0, 1500);
    await withIndex(calls, async (store) => {
      const { byCall, byDay, sizes } = await expectBothForms(store);
      expect(sumsOf(byDay)).toEqual(await totalsOf(store));
      expect(sizes[1]).toBeLessThan(sizes[0] / 5);
      expect(
        byDay.every(({ ChargePeriodStart }) => ChargePeriodStart?.endsWith('T00:00:00Z')),
      ).toBe(true);
      const minutes = (of: readonly Record<string, string>[]) =>
        of.reduce((all, { ConsumedQuantity }) => all + Number(ConsumedQuantity), 0);
      expect(minutes(byDay)).toBeCloseTo(minutes(byCall), 1);
      const inbound = await expectBothForms(store, '&type=Inbound');
      expect(sumsOf(inbound.byDay)).toEqual(await totalsOf(store, { type: 'Inbound' }));
    });
  });

  it('add up whatever calls cost, and keep every rule', async () => {
    await fc.assert(
      fc.asyncProperty(hostileCalls, async (calls) => {
        await withIndex(summable(calls), async (store) => {
          const { byDay } = await expectBothForms(store);
          expect(sumsOf(byDay)).toEqual(await totalsOf(store));
        });
      }),
      { numRuns: 25 },
    );
  });

  it('have every call that has a cost, also one of nothing, and one account', async () => {
    const call = (n: number, organization_id: string | null, costs: object | null) =>
      callSchema.parse({
        id: `call-${n}`,
        organization_id,
        type: 'Inbound',
        status: 'Completed',
        created: `2026-11-0${n}T12:00:00Z`,
        costs,
      });
    const calls = [
      call(1, 'org-1', { total_costs: 0 }),
      call(2, 'org-1', { total_costs: 0.5, tts: { total_cost: 0.5 } }),
      call(3, null, { total_costs: 0 }),
      call(4, 'org-1', null),
    ];
    await withIndex(calls, async (store) => {
      const { byCall, byDay } = await expectBothForms(store);
      for (const rows of [byCall, byDay]) {
        expect(rows.map(({ SkuId }) => SkuId).sort()).toEqual(['other', 'other', 'tts']);
        expect(new Set(rows.map(({ BillingAccountId }) => BillingAccountId))).toEqual(
          new Set(['org-1']),
        );
      }
      const { text } = await exported(store, 'format=focus&metadata=true');
      expect(JSON.parse(text).x_Export).toMatchObject({ Calls: 4, CallsWithoutCost: 1 });
      expect(byCall).toHaveLength(3);
    });
  });

  it('are in the order of days that was asked for', async () => {
    const calls = generateCalls({ seed: 'order', now: NOW.getTime(), count: 1500 });
    await withIndex(calls, async (store) => {
      const days = async (sort: string) =>
        parseTable((await exported(store, `format=focus-daily&sort=${sort}`)).text).map(
          ({ ChargePeriodStart }) => ChargePeriodStart ?? '',
        );
      const rising = await days('asc');
      expect(rising).toEqual(rising.toSorted());
      expect(await days('desc')).toEqual(rising.toSorted().toReversed());
    });
  });
});

describe('the metadata file', () => {
  const aCall = (n: number, fields: object): Call =>
    callSchema.parse({
      id: `call-${n}`,
      organization_id: 'org-1',
      type: 'Inbound',
      status: 'Completed',
      created: '2026-11-01T12:00:00Z',
      duration: 60,
      ...fields,
    });
  const CALLS = [
    aCall(1, { costs: { total_costs: 0.5, tts: { total_cost: 0.7 } } }),
    aCall(2, { costs: { total_costs: 0.25 }, duration: null }),
    aCall(3, { costs: null }),
    aCall(4, {
      costs: { voip: { total_cost: 3 } },
      callscope: { set_aside: [{ path: 'costs.x' }] },
    }),
  ];

  it.each(['focus', 'focus-daily'])(
    'of %s names its columns, its sums and what is left out',
    async (format) => {
      await withIndex(CALLS, async (store) => {
        const rejected = [{ problem: 'no id' }];
        await store.keep({ calls: [], rejected, at: NOW.toISOString() });
        const file = await exported(store, `format=${format}&type=Inbound`);
        const { text, type, headers } = await exported(
          store,
          `format=${format}&type=Inbound&metadata=true`,
        );
        expect(type).toMatch(/^application\/json/);
        expect(headers['content-disposition']).toMatch(/-filtered\.metadata\.json"$/);
        const told = JSON.parse(text);
        const columns: { ColumnName: string; DataType: string }[] = told.Schema.ColumnDefinition;
        expect(columns.map(({ ColumnName }) => ColumnName)).toEqual(parseCsv(file.text)[0]);
        expect(columns.find(({ ColumnName }) => ColumnName === 'Tags')).toEqual({
          ColumnName: 'Tags',
          DataType: 'JSON',
          ProviderTagPrefixes: ['happyrobot/'],
        });
        expect(told.DataGenerator).toEqual({ DataGenerator: 'Callscope' });
        expect(told.Schema).toMatchObject({ FocusVersion: '1.2' });
        expect(file.headers['content-disposition']).toContain(told.x_Export.FileName);
        expect(told.x_Export).toMatchObject({
          BillingAccountId: 'org-1',
          BillingCurrency: 'EUR',
          Filters: 'type=Inbound',
          TextsGuardedAgainstFormulas: true,
          BilledCost: '0.750000',
          BilledCostBySku: { tts: '0.700000', other: '0.050000' },
          Calls: 4,
          CallsWithoutCost: 2,
          CallsWithAdjustments: 1,
          CallsWithCostOfUnknownDuration: 1,
          OddCalls: 1,
          UnreadableRecordsInIndex: 1,
        });
      });
    },
  );

  it.each(['format=csv&metadata=true', 'metadata=false', 'format=focus&metadata=1'])(
    'is refused where there is none: %s',
    (query) => {
      const { problems } = parseExportQuery(new URLSearchParams(query));
      expect(problems).toMatchObject([{ field: 'metadata' }]);
    },
  );
});
