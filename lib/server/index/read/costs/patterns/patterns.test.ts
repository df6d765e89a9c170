import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { percentile, totalOf } from '@/lib/server/index/model.test-model';
import type { IndexStore, PatternsQuestion } from '@/lib/server/index/store';

const HOUR = 3_600_000;
const stores: IndexStore[] = [];
afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));

/** Calls at instants, with what they cost; null where that is not known. */
async function indexOf(calls: readonly (readonly [at: number, cost: number | null])[]) {
  const store = await openMemoryIndex();
  stores.push(store);
  const made = calls.map(([at, total_costs], index) =>
    callSchema.parse({
      id: `call-${String(index).padStart(5, '0')}`,
      type: 'Inbound',
      status: 'Completed',
      created: new Date(at).toISOString(),
      costs: total_costs === null ? null : { total_costs },
    }),
  );
  await store.keep({ calls: made, at: '2027-01-01T00:00:00Z' });
  return { store, made };
}

const hourly = (from: string, to: string) =>
  Array.from(
    { length: (Date.parse(to) - Date.parse(from)) / HOUR },
    (_, at) => [Date.parse(from) + at * HOUR + 900_000, 0.5] as const,
  );

describe('hours of the week', () => {
  it('of a steady business are all alike, also over five Thursdays and a change of clocks', async () => {
    const { store } = await indexOf(hourly('2026-09-20T00:00:00Z', '2026-11-20T00:00:00Z'));
    for (const [from, to] of [
      ['2026-10-01T05:00:00Z', '2026-11-01T04:59:59.999Z'],
      ['2026-10-20T05:00:00Z', '2026-11-10T05:59:59.999Z'],
    ] as const) {
      const timezone = 'America/Chicago';
      const { cells } = await store.patterns({ from, to, timezone, now: '2026-12-01T00:00:00Z' });
      expect(cells).toHaveLength(168);
      for (const { calls, total, occurrences } of cells) {
        expect(calls / occurrences).toBeCloseTo(1, 6);
        expect((total ?? 0) / occurrences).toBeCloseTo(0.5, 6);
      }
      expect(new Set(cells.map(({ calls }) => calls)).size).toBeGreaterThan(1);
    }
  });

  it('count from the first call that is known, and no further than now', async () => {
    const { store } = await indexOf(hourly('2026-11-02T00:00:00Z', '2026-11-16T00:00:00Z'));
    const monday = async (question: Omit<PatternsQuestion, 'timezone'>) =>
      (await store.patterns({ ...question, timezone: 'UTC' })).cells[10];
    const now = '2026-11-16T00:00:00Z';
    expect(await monday({ now })).toMatchObject({ calls: 2, occurrences: 2 });
    const year = { from: '2026-01-01T00:00:00Z', to: '2026-12-31T23:59:59.999Z' };
    expect(await monday({ ...year, now })).toMatchObject({ calls: 2, occurrences: 2 });
    const later = await monday({ ...year, now: '2026-11-23T10:30:00Z' });
    expect(later?.calls).toBe(2);
    expect(later?.occurrences).toBeCloseTo(3.5, 5);
  });

  it('that have hardly begun count as one', async () => {
    const { store } = await indexOf(hourly('2026-11-02T00:00:00Z', '2026-11-02T11:00:00Z'));
    const range = { from: '2026-11-02T10:10:00Z', to: '2026-11-02T10:20:00Z' };
    const { cells } = await store.patterns({ ...range, timezone: 'UTC', now: range.to });
    expect(cells).toEqual([{ weekday: 1, hour: 10, calls: 1, total: 0.5, occurrences: 1 }]);
  });
});

const micros = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 900_000 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -50_000, max: -1 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: 90_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(50_000, 100_000, 950_000, 49_999, 1) },
);

describe('how costs are spread', () => {
  it('has every call once: in the bar of its cost, free, below zero, or beyond', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(micros, { nil: null, freq: 8 }), { minLength: 1, maxLength: 60 }),
        async (costs) => {
          const { store, made } = await indexOf(
            costs.map((cost, at) => [
              Date.UTC(2026, 10, 2) + at,
              cost === null ? null : cost / 1e6,
            ]),
          );
          const told = await store.patterns({ timezone: 'UTC', now: '2026-12-01T00:00:00Z' });
          expectSpread(told, made);
          await store.close();
          stores.pop();
        },
      ),
      { numRuns: 40 },
    ));

  it('has nothing where no cost is known', async () => {
    const { store } = await indexOf([[Date.UTC(2026, 10, 2), null]]);
    const told = await store.patterns({ timezone: 'UTC', now: '2026-12-01T00:00:00Z' });
    const nothing = { free: 0, below_zero: 0, p50: null, p95: null, open_end: false };
    expect(told).toMatchObject({ distribution: [], ...nothing });
  });
});

type Spread = Awaited<ReturnType<IndexStore['patterns']>>;

function expectSpread(told: Spread, calls: readonly Call[]) {
  const totals = calls.flatMap((call) => totalOf(call) ?? []);
  expect(told.free).toBe(totals.filter((total) => total === 0).length);
  expect(told.below_zero).toBe(totals.filter((total) => total < 0).length);
  expect([told.p50, told.p95]).toEqual([percentile(calls, 0.5), percentile(calls, 0.95)]);
  const bars = told.distribution;
  const width = (bars[0]?.to ?? 0) - (bars[0]?.from ?? 0);
  bars.forEach(({ from, to, count }, at) => {
    const [first, end] = [Math.round(from * 1e6), Math.round(to * 1e6)];
    const isOpen = told.open_end && at === bars.length - 1;
    const inside = totals.filter((total) => total > 0 && total >= first && (isOpen || total < end));
    expect(count, `from ${from} to ${to}`).toBe(inside.length);
    expect(from).toBeCloseTo(at * width, 9);
    if (at > 0) expect(from).toBe(bars[at - 1]?.to);
  });
  expect(bars.reduce((sum, { count }) => sum + count, 0) + told.free + told.below_zero).toBe(
    totals.length,
  );
}
