import { expect, test } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { openMemoryIndex } from './memory.test-index';

/** What calls cost can be absurd, and in some currencies is merely large. */

const MOST = 9_007_199_254;
const QUESTION = {
  timezone: 'UTC',
  interval: 'day',
  group_by: 'type',
  previous: null,
  now: '2026-11-02T00:00:00Z',
} as const;

function calls(count: number, costs: (at: number) => number): Call[] {
  return Array.from({ length: count }, (_, at) =>
    callSchema.parse({
      id: `call-${String(at).padStart(6, '0')}`,
      type: 'Inbound',
      status: 'Completed',
      created: '2026-11-01T12:00:00Z',
      duration: 60,
      costs: { total_costs: costs(at) },
    }),
  );
}

async function answers(all: Call[]) {
  const store = await openMemoryIndex();
  try {
    await store.keep({ calls: all, at: '2026-11-02T00:00:00Z' });
    const [costs, patterns, facets] = await Promise.all([
      store.costs(QUESTION),
      store.patterns({ timezone: 'UTC', now: '2026-11-02T00:00:00Z' }),
      store.facets({ timezone: 'UTC' }),
    ]);
    return { costs, patterns, facets };
  } finally {
    await store.close();
  }
}

test('sums beyond what the engine has columns for are told', async () => {
  const { costs, patterns, facets } = await answers(calls(1200, () => MOST));
  expect(costs.totals).toMatchObject({ calls: 1200, calls_without_cost: 0, minutes: 1200 });
  for (const { total } of [costs.totals, ...costs.groups, ...costs.series.filter((b) => b.calls)])
    expect(total / (1200 * MOST)).toBeCloseTo(1, 12);
  expect(patterns.cells[0]?.total).toBe(costs.totals.total);
  expect(facets.ranges.cost).toEqual({ min: MOST, max: MOST });
});

test('sums that numbers can tell are exact', async () => {
  const { costs } = await answers(calls(1000, (at) => (at % 2 ? 4_500_000.000001 : -4_500_000)));
  expect(costs.totals.total).toBe(0.0005);
  expect(costs.totals.per_call).toBe(0.0000005);
});

test('an amount that no number tells exactly is none', async () => {
  const { costs } = await answers(calls(2, (at) => (at === 0 ? 1e300 : 2)));
  expect(costs.totals).toMatchObject({ calls: 2, calls_without_cost: 1, total: 2 });
});
