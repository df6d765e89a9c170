import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { generateCalls } from '@/lib/demo/generate';
import { person } from '@/lib/server/auth/person.test-person';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { totalOf } from '@/lib/server/index/model.test-model';
import type { IndexStore } from '@/lib/server/index/store';
import type { BudgetStore } from './budget-file';
import { createBudgets } from './budgets';
import { createOutlook } from './outlook';

const ZONE = 'America/Chicago';
/** 16:30 on the last Sunday of November in Chicago. */
const NOW = new Date('2026-11-29T22:30:00Z');
const calls = generateCalls({ seed: 'outlook', now: NOW.getTime(), count: 12_993 });

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW.toISOString() });
}, 60_000);
afterAll(() => store.close());

function services(now: Date, complete = true, held: BudgetStore['read'] = async () => []) {
  const coverage = {
    from: null,
    to: null,
    complete,
    indexed: calls.length,
    upstream_count: null,
    unreadable: 0,
  };
  const parts = {
    index: { store: async () => store, condition: () => 'open' as const, close: async () => {} },
    meta: async () => ({ source: 'index' as const, as_of: null, coverage }),
    now: () => now,
  };
  const file: BudgetStore = { read: held, set: held };
  return { outlook: createOutlook(parts), budgets: createBudgets({ ...parts, file }) };
}

const who = person('manager');

function between(from: string, to: Date, some: readonly Call[] = calls) {
  const found = some.filter(
    ({ created }) => Date.parse(created) >= Date.parse(from) && Date.parse(created) <= to.getTime(),
  );
  const priced = found.flatMap((call) => totalOf(call) ?? []);
  return {
    calls: found.length,
    calls_without_cost: found.length - priced.length,
    total: priced.reduce((sum, each) => sum + each, 0) / 1e6,
  };
}

describe('the outlook', () => {
  it('is about the month of the zone, until now', async () => {
    const { outlook } = services(NOW);
    const answer = await outlook({ timezone: ZONE }, { who });
    expect(answer.month).toEqual({
      first: '2026-11-01',
      today: '2026-11-29',
      last: '2026-11-30',
      from: '2026-11-01T05:00:00.000Z',
      to: NOW.toISOString(),
    });
    const known = between('2026-11-01T05:00:00Z', NOW);
    expect(answer.to_date).toMatchObject({ calls: known.calls, total: known.total });
    expect(answer.days).toHaveLength(30);
    // The first of November has 25 hours in Chicago.
    expect(answer.days[0]).toMatchObject({
      from: '2026-11-01T05:00:00.000Z',
      to: '2026-11-02T05:59:59.999Z',
    });
    const sum = answer.days.reduce((all, { total }) => all + (total ?? 0), 0);
    expect(sum).toBeCloseTo(known.total, 6);
    expect(answer.days.at(-1)).toMatchObject({ calls: null, total: null });
    expect(answer.days.at(-1)?.expected).toBeGreaterThan(0);
    const ahead = answer.days.reduce((all, { expected }) => all + (expected ?? 0), 0);
    const { forecast } = answer;
    expect(forecast?.total).toBeCloseTo(known.total + ahead + (forecast?.late.total ?? 0), 4);
    expect(answer.backtest).toMatchObject({ months: ['2026-09', '2026-10'], forecasts: 10 });
  });

  it('holds today to the same weekday until the same time, at every hour', async () => {
    const { outlook } = services(NOW);
    const { today } = await outlook({ timezone: ZONE }, { who });
    const sundays = Array.from({ length: 8 }, (_, week) => {
      // Clocks in Chicago went back on the first of November.
      const date = new Date(Date.parse('2026-11-22T00:00:00Z') - week * 7 * 86_400_000);
      const offset = date < new Date('2026-11-02T00:00:00Z') ? 5 : 6;
      const start = date.getTime() + offset * 3_600_000;
      const noon = date.getTime() === Date.parse('2026-11-01T00:00:00Z') ? 6 : offset;
      const until = date.getTime() + (16.5 + noon) * 3_600_000;
      return between(new Date(start).toISOString(), new Date(until)).total;
    });
    const mean = sundays.reduce((sum, each) => sum + each, 0) / 8;
    expect(today.band?.weeks).toBe(8);
    expect(today.band?.mean).toBeCloseTo(mean, 5);
    expect(today.total).toBeCloseTo(between('2026-11-29T06:00:00Z', NOW).total, 6);
    expect(today.hours.filter(({ total }) => total !== null)).toHaveLength(17);
    expect(today.hours[16]).toMatchObject({ total: today.total, band: today.band });
  });

  it('forecasts nothing of what is not known, and says why', async () => {
    const reason = async (
      now: Date,
      query: { agents?: string[]; has_cost?: boolean } = {},
      complete = true,
    ) => {
      const answer = await services(now, complete).outlook({ timezone: ZONE, ...query }, { who });
      expect(answer.forecast).toBeNull();
      expect(answer.today.verdict).toBeNull();
      return answer.no_forecast;
    };
    expect(await reason(NOW, {}, false)).toBe('incomplete');
    expect(await reason(NOW, { agents: ['nobody'] })).toBe('no_calls');
    expect(await reason(NOW, { has_cost: false })).toBe('no_costs');
    const oldest = Date.parse(calls.at(-1)?.created ?? '');
    expect(await reason(new Date(oldest + 20 * 86_400_000))).toBe('too_short');
  });
});

describe('budgets', () => {
  const set = { version: 1, set_by: 'manager@example.com', set_at: NOW.toISOString() };
  const useCase = calls.find(({ use_case }) => use_case?.id)?.use_case?.id ?? '';
  const held = async () => [
    { ...set, use_case: null, amount: 500 },
    { ...set, use_case: useCase, amount: 10 },
    { ...set, use_case: 'nobody', amount: 10 },
  ];

  it('compare with all calls, or with all of their use case', async () => {
    const { budgets } = await services(NOW, true, held).budgets.list(ZONE, { who });
    const own = calls.filter(({ use_case }) => use_case?.id === useCase);
    const scopes = [calls, own, []];
    for (const [at, budget] of budgets.entries()) {
      const { calls: count, total } = between('2026-11-01T05:00:00Z', NOW, scopes[at]);
      expect(budget.to_date.calls).toBe(count);
      expect(budget.to_date.total).toBeCloseTo(total, 6);
      for (const { mark, reached_on } of budget.marks)
        expect(reached_on !== null).toBe(total >= (budget.amount * mark) / 100);
    }
    expect(budgets[1]?.name).not.toBeNull();
    expect(budgets[2]).toMatchObject({ name: null, no_forecast: 'no_calls' });
  });

  it('are set by managers only', async () => {
    const { budgets } = services(NOW, true, held);
    const wanted = { use_case: null, amount: 5, version: 1 };
    for (const role of ['viewer', 'reviewer'] as const) {
      const asked = budgets.set(wanted, { who: person(role) });
      await expect(asked).rejects.toMatchObject({ code: 'not_allowed' });
      expect((await budgets.list(ZONE, { who: person(role) })).budgets).toHaveLength(3);
    }
  });
});
