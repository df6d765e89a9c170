import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ValueFigures } from '@/lib/call/answers/outcomes-responses';
import type { Call } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore, OutcomeValuesQuestion } from '@/lib/server/index/store';
import { calls, NOW, numbersAt, ZONE } from './calls.test-world';

const PERIOD = { from: '2026-10-10T05:00:00.000Z', to: '2026-11-02T05:59:59.999Z' };
const BEFORE = { from: '2026-09-17T05:00:00.000Z', to: '2026-10-10T04:59:59.999Z' };

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW });
});
afterAll(() => store.close());

const within = ({ from, to }: { from: string; to: string }) =>
  calls.filter(({ created }) => created >= from && created <= to);
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 5));

function figures(some: readonly Call[], key: string, unit: string | null): ValueFigures {
  const found = some.map((call) => numbersAt(call, key, unit));
  const numbers = found.flat().sort((a, b) => a - b);
  const rank = (part: number) => numbers[Math.ceil(part * numbers.length) - 1] ?? null;
  const sum = numbers.length === 0 ? null : numbers.reduce((all, each) => all + each, 0);
  const priced = some.flatMap(({ costs }) => costs?.total_costs ?? []);
  return {
    calls: some.length,
    filled: found.filter((each) => each.length > 0).length,
    values: numbers.length,
    sum: near(sum),
    mean: near(sum === null ? null : sum / numbers.length),
    min: numbers[0] ?? null,
    max: numbers.at(-1) ?? null,
    p5: rank(0.05),
    p25: rank(0.25),
    median: rank(0.5),
    p75: rank(0.75),
    p95: rank(0.95),
    calls_without_cost: some.length - priced.length,
    total: expect.closeTo(
      priced.reduce((all, cost) => all + cost, 0),
      6,
    ),
  };
}

const ask = (more: Partial<OutcomeValuesQuestion> = {}) =>
  store.outcomeValues({
    ...PERIOD,
    timezone: ZONE,
    now: NOW,
    previous: BEFORE,
    field: 'rate',
    interval: 'week',
    group_by: 'use_case',
    ...more,
  });

describe('figures of a key', () => {
  it.each([
    ['rate', 'USD'],
    ['weight', 'lbs'],
    ['stops.miles', null],
    ['equipment', null],
    ['nothing', null],
  ])('%s in all, in %s, now and before', async (field, unit) => {
    const answer = await ask({ field });
    expect(answer.unit).toBe(unit);
    expect(answer.totals).toEqual(figures(within(PERIOD), field, unit));
    expect(answer.previous).toEqual(figures(within(BEFORE), field, unit));
  });

  it('leave other units out, and tell how many', async () => {
    const { other_units, totals } = await ask();
    const euros = [...within(PERIOD), ...within(BEFORE)].filter(({ extraction }) =>
      String(extraction?.rate).includes('€'),
    );
    expect(euros.length).toBeGreaterThan(3);
    expect(other_units).toEqual([{ unit: 'EUR', count: euros.length }]);
    expect(totals.values).toBeGreaterThan(50);
  });

  it('are in one unit where the period before has others', async () => {
    const own = await openMemoryIndex();
    const rates = { '2026-11-04': ['$100', '$300'], '2026-11-01': ['$50', '€70', '€90', 7] };
    const made = Object.entries(rates).flatMap(([day, each]) =>
      each.map((rate, at): Call => {
        const id = `${day} ${at}`;
        const created = `${day}T12:00:00Z`;
        return { id, created, type: 'Inbound', status: 'Completed', extraction: { rate } };
      }),
    );
    await own.keep({ calls: made, at: NOW });
    const told = await own.outcomeValues({
      from: '2026-11-03T00:00:00Z',
      to: '2026-11-04T23:59:59Z',
      previous: { from: '2026-11-01T00:00:00Z', to: '2026-11-02T23:59:59Z' },
      timezone: 'UTC',
      now: NOW,
      field: 'rate',
      group_by: 'none',
    });
    expect(told).toMatchObject({
      unit: 'USD',
      other_units: [{ unit: 'EUR', count: 2 }],
      totals: { values: 2, sum: 400 },
      previous: { values: 2, sum: 57 },
    });
    await own.close();
  });

  it.each(['rate', 'stops.miles'])('of %s over time', async (field) => {
    const { series, previous_series, unit } = await ask({ field });
    expect(series.length).toBeGreaterThan(3);
    expect(previous_series.length).toBeGreaterThan(3);
    const both = [
      ...series.map((bucket) => ({ ...bucket, period: PERIOD })),
      ...previous_series.map((bucket) => ({ ...bucket, period: BEFORE })),
    ];
    for (const { start, end, partial: _, period, ...told } of both) {
      const inside = within(period).filter(({ created }) => {
        const at = Date.parse(created);
        return at >= Date.parse(start) && at < Date.parse(end);
      });
      expect(told).toEqual(figures(inside, field, unit));
    }
  });

  it('by group, the largest and all others', async () => {
    const { groups } = await ask({ group_by: 'x.lane.origin', interval: undefined });
    const named = groups.flatMap(({ key }) => key ?? []);
    expect(groups.at(-1)?.key).toBeNull();
    const originOf = ({ extraction }: Call) => Object(extraction?.lane).origin ?? '(none)';
    for (const { key, label: _, previous, ...told } of groups) {
      const isIn = (call: Call) =>
        key === null ? !named.includes(originOf(call)) : originOf(call) === key;
      expect(told).toEqual(figures(within(PERIOD).filter(isIn), 'rate', 'USD'));
      expect(previous).toEqual(figures(within(BEFORE).filter(isIn), 'rate', 'USD'));
    }
  });
});
