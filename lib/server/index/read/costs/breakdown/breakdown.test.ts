import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  BreakdownCell,
  BreakdownResponse,
  Measures,
} from '@/lib/call/answers/breakdown-responses';
import { type Call, callSchema } from '@/lib/call/call';
import { toMicros } from '@/lib/call/costs/costs';
import { MOST_BUCKETS } from '@/lib/call/query/routes/breakdown-query';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { matches, percentile, sumsOf, valuesOf } from '@/lib/server/index/model.test-model';
import type { BreakdownQuestion, IndexQuery, IndexStore } from '@/lib/server/index/store';
import { GROUP_FILTERS } from './slots';

/** Groups held to a plain model, over more groups, outcomes and tags than are named. */

const OUTCOMES = [...Array.from({ length: 32 }, (_, at) => `outcome ${at}`), '<b>, "x"', '🚚'];
const TAGS = [...Array.from({ length: 28 }, (_, at) => `tag ${at}`), '', '(none)', 'a,b'];
const NOW = '2026-12-01T00:00:00.000Z';
const CURRENT = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T23:59:59.999Z' };
const PREVIOUS = { from: '2026-10-02T00:00:00.000Z', to: '2026-10-31T23:59:59.999Z' };

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 });
const money = fc.integer({ min: -200_000, max: 3_000_000 }).map((micros) => micros / 1e6);
const oddCall = fc.record({
  type: fc.constantFrom('Inbound', 'Outbound'),
  status: fc.constantFrom('Completed', 'Completed', 'No answer', 'Busy'),
  created: fc
    .integer({ min: Date.UTC(2026, 8, 20), max: Date.UTC(2026, 10, 30) })
    .map((ms) => new Date(ms).toISOString()),
  duration: orNull(fc.nat(600)),
  use_case: orNull(
    fc.record({ id: fc.constantFrom('u1', 'u2', 'u3'), name: fc.constantFrom('Same', 'Other') }),
  ),
  campaign_id: orNull(fc.constantFrom(...Array.from({ length: 40 }, (_, at) => `c${at}`))),
  classification: orNull(fc.record({ tag: fc.constantFrom(...OUTCOMES) })),
  metadata: orNull(fc.record({ tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 4 }) })),
  costs: orNull(
    fc.record({ total_costs: orNull(money), llm: orNull(fc.record({ total_cost: money })) }),
  ),
});

const calls = fc
  .sample(oddCall, { numRuns: 700, seed: 11 })
  .map((call, at) => callSchema.parse({ ...call, id: `call-${String(at).padStart(4, '0')}` }));

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW });
});
afterAll(() => store.close());

const successes = fc.array(
  fc.uniqueArray(fc.constantFrom(...OUTCOMES, 'unheard of'), { minLength: 1, maxLength: 5 }),
  { maxLength: 8 },
);
const grouping = fc.constantFrom(
  'use_case' as const,
  'campaign' as const,
  'classification' as const,
  'tag' as const,
  'status' as const,
);
const filters: fc.Arbitrary<Partial<IndexQuery>> = fc.constantFrom(
  {},
  {},
  { has_cost: true },
  { type: 'Inbound' as const },
  { has_outcome: false },
  { classifications: OUTCOMES.slice(3, 9) },
  { tags: ['tag 3', NO_VALUE] },
);
const question: fc.Arbitrary<BreakdownQuestion & { group_by: keyof typeof GROUP_FILTERS }> = fc
  .record({ filters, group_by: grouping, compare: fc.boolean(), successes })
  .map(({ filters, compare, ...asked }) => ({
    ...CURRENT,
    ...filters,
    ...asked,
    previous: compare ? PREVIOUS : null,
    timezone: 'America/Chicago',
    interval: 'week' as const,
    now: NOW,
  }));

function measured(some: readonly Call[], definitions: readonly string[][]) {
  const unreached = some.filter((call) => matches(call, { timezone: 'UTC', has_outcome: false }));
  const { calls, calls_without_cost, total } = sumsOf(unreached);
  return {
    sums: sumsOf(some),
    nobody_reached: { calls, calls_without_cost, total },
    successes: definitions.map(
      (outcomes) =>
        some.filter((call) =>
          outcomes.some((one) => valuesOf(call, 'classifications').includes(one)),
        ).length,
    ),
  };
}

function expectMeasures(told: Measures, some: readonly Call[], definitions: readonly string[][]) {
  const { sums, nobody_reached, successes } = measured(some, definitions);
  const { calls, calls_without_cost, minutes, total, llm } = told;
  expect({ calls, calls_without_cost, total, llm }).toEqual({
    calls: sums.calls,
    calls_without_cost: sums.calls_without_cost,
    total: sums.total,
    llm: sums.llm,
  });
  expect(minutes).toBeCloseTo(sums.minutes, 9);
  expect(told.nobody_reached).toEqual(nobody_reached);
  expect(told.successes).toEqual(successes);
}

function within(asked: BreakdownQuestion, range: { from: string; to: string }): Call[] {
  const { interval, group_by, previous, now, successes, ...query } = asked;
  return calls.filter((call) => matches(call, { ...query, ...range }));
}

function membersOf(
  some: readonly Call[],
  { groups }: Pick<BreakdownResponse, 'groups'>,
  filter: (typeof GROUP_FILTERS)[keyof typeof GROUP_FILTERS],
  key: string | null,
): Call[] {
  const keys = groups.map((group) => group.key);
  return some.filter((call) => {
    const terms = valuesOf(call, filter);
    const own = terms.length === 0 ? [NO_VALUE] : terms;
    return key === null ? own.some((term) => !keys.includes(term)) : own.includes(key);
  });
}

describe('groups now and before', () => {
  test('are those of the plain model, and the others are the rest', () =>
    fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const answer = await store.breakdown(asked);
        const filter = GROUP_FILTERS[asked.group_by];
        const [now, past] = [within(asked, CURRENT), within(asked, PREVIOUS)];
        expectMeasures(answer.totals, now, asked.successes);
        expect(answer.previous === null).toBe(asked.previous === null);
        if (answer.previous) expectMeasures(answer.previous, past, asked.successes);
        expect(answer.overlapping).toBe(asked.group_by === 'tag');
        expect(answer.groups.length).toBeLessThanOrEqual(21);
        for (const { key, previous, p50, p95, ...measures } of answer.groups) {
          const members = membersOf(now, answer, filter, key);
          expectMeasures(measures, members, asked.successes);
          expect([p50, p95]).toEqual([percentile(members, 0.5), percentile(members, 0.95)]);
          expect(previous === null).toBe(asked.previous === null);
          if (previous)
            expectMeasures(previous, membersOf(past, answer, filter, key), asked.successes);
        }
        if (!answer.overlapping) expectWhole(answer);
      }),
      { numRuns: 30, seed: 5 },
    ));

  test('are over time what they are in all', () =>
    fc.assert(
      fc.asyncProperty(
        question,
        fc.constantFrom('day' as const, 'month' as const),
        async (asked, interval) => {
          const { groups, series } = await store.breakdown({ ...asked, interval });
          groups.forEach((group, at) => {
            const cells = series.flatMap(({ cells }) => {
              expect(cells).toHaveLength(groups.length);
              return cells[at] ?? [];
            });
            const sum = (value: (cell: BreakdownCell) => number) =>
              cells.reduce((whole, cell) => whole + value(cell), 0);
            expect(sum(({ calls }) => calls)).toBe(group.calls);
            expect(sum(({ total }) => toMicros(total))).toBe(toMicros(group.total));
            expect(sum((cell) => cell.calls_without_cost)).toBe(group.calls_without_cost);
            expect(sum((cell) => cell.nobody_reached)).toBe(group.nobody_reached.calls);
            expect(sum(({ minutes }) => minutes)).toBeCloseTo(group.minutes, 6);
            asked.successes.forEach((_, definition) => {
              expect(sum(({ successes }) => successes[definition] ?? 0)).toBe(
                group.successes[definition],
              );
            });
          });
        },
      ),
      { numRuns: 12, seed: 6 },
    ));
});

/** To the millionth, in both periods. */
function expectWhole({
  groups,
  totals,
  previous,
}: Pick<BreakdownResponse, 'groups' | 'totals' | 'previous'>) {
  const sum = (value: (group: (typeof groups)[number]) => number) =>
    groups.reduce((whole, group) => whole + value(group), 0);
  expect(sum(({ calls }) => calls)).toBe(totals.calls);
  expect(sum(({ total }) => toMicros(total))).toBe(toMicros(totals.total));
  if (previous)
    expect(sum((group) => toMicros(group.previous?.total ?? 0))).toBe(toMicros(previous.total));
}

const asked: BreakdownQuestion = {
  ...CURRENT,
  timezone: 'UTC',
  group_by: 'none',
  previous: PREVIOUS,
  now: NOW,
  successes: [],
};

test('a success beyond the twenty largest outcomes counts as every other', async () => {
  const { groups } = await store.breakdown({ ...asked, group_by: 'classification' });
  const named = new Set(groups.map(({ key }) => key));
  const small = OUTCOMES.filter((outcome) => !named.has(termOf(outcome)));
  expect(small.length).toBeGreaterThan(5);
  const { totals } = await store.breakdown({ ...asked, successes: [small] });
  const count = within(asked, CURRENT).filter((call) =>
    small.some((outcome) => valuesOf(call, 'classifications').includes(outcome)),
  ).length;
  expect(count).toBeGreaterThan(0);
  expect(totals.successes).toEqual([count]);
});

test('a group that is gone has a line of its own', async () => {
  const gone: Call[] = calls.filter(({ created }) => created < CURRENT.from);
  const alone = await openMemoryIndex();
  await alone.keep({ calls: gone, at: NOW });
  const { groups, totals } = await alone.breakdown({ ...asked, group_by: 'campaign' });
  expect(totals.calls).toBe(0);
  expect(groups).toHaveLength(21);
  for (const { calls, p50, previous } of groups) {
    expect([calls, p50]).toEqual([0, null]);
    expect(previous?.calls).toBeGreaterThan(0);
  }
  await alone.close();
});

test('calls without a tag are among the others where more than twenty tags cost more', async () => {
  const tagged = (at: number, tags: string[] | null, total_costs: number) =>
    callSchema.parse({
      id: `tagged-${at}`,
      type: 'Inbound',
      status: 'Completed',
      created: CURRENT.from,
      duration: 60,
      metadata: tags && { tags },
      costs: { total_costs },
    });
  const dear = Array.from({ length: 23 }, (_, at) => tagged(at, [`dear ${at}`], 2));
  const alone = await openMemoryIndex();
  await alone.keep({ calls: [...dear, tagged(99, null, 0.25)], at: NOW });
  const answer = await alone.breakdown({ ...asked, group_by: 'tag', interval: 'week' });
  await alone.close();
  expect(answer.groups).toHaveLength(21);
  expect(answer.groups.at(-1)).toMatchObject({ key: null, calls: 4, total: 6.25 });
  // No call has two tags here, so that the groups add up.
  expectWhole(answer);
  const cells = answer.series.flatMap(({ cells }) => cells);
  expect(cells.reduce((sum, cell) => sum + (cell?.calls ?? 0), 0)).toBe(24);
});

test('more buckets than can be shown are refused', async () => {
  const hourly = { ...asked, group_by: 'use_case', interval: 'hour' } as const;
  // A month of 30 days has 720 hours, and 750 is the most.
  expect((await store.breakdown(hourly)).series).toHaveLength(720);
  const at = (hours: number) =>
    new Date(Date.parse(CURRENT.from) - hours * 3_600_000).toISOString();
  const most = await store.breakdown({ ...hourly, from: at(MOST_BUCKETS - 720) });
  expect(most.series).toHaveLength(MOST_BUCKETS);
  const fine = store.breakdown({ ...hourly, from: at(MOST_BUCKETS - 719) });
  await expect(fine).rejects.toMatchObject({ code: 'invalid_request' });
});
