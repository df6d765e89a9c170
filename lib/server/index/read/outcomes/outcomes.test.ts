import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeCounts } from '@/lib/call/answers/outcomes-responses';
import type { Call } from '@/lib/call/call';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore, OutcomesQuestion } from '@/lib/server/index/store';
import { calls, isReached, NOW, readAt, ZONE } from './calls.test-world';

const SUCCESSES = [['Load booked'], ['Callback', 'a,b "c"']];
const PERIOD = { from: '2026-10-10T05:00:00.000Z', to: '2026-11-02T05:59:59.999Z' };
const BEFORE = { from: '2026-09-17T05:00:00.000Z', to: '2026-10-10T04:59:59.999Z' };

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW });
});
afterAll(() => store.close());

const outcomeOf = (call: Call) => call.classification?.tag ?? null;
const within = ({ from, to }: { from: string; to: string }) =>
  calls.filter(({ created }) => created >= from && created <= to);

function counted(some: readonly Call[]): OutcomeCounts {
  const priced = some.flatMap(({ costs }) => costs?.total_costs ?? []);
  return {
    calls: some.length,
    reached: some.filter(isReached).length,
    chosen: SUCCESSES.map(
      (outcomes) =>
        some.filter((call) => isReached(call) && outcomes.includes(outcomeOf(call) ?? '')).length,
    ),
    calls_without_cost: some.length - priced.length,
    total: expect.closeTo(
      priced.reduce((sum, cost) => sum + cost, 0),
      6,
    ),
  };
}

const ask = (more: Partial<OutcomesQuestion> = {}) =>
  store.outcomes({
    ...PERIOD,
    timezone: ZONE,
    now: NOW,
    previous: BEFORE,
    interval: 'day',
    group_by: 'use_case',
    successes: SUCCESSES,
    ...more,
  });

describe('outcomes', () => {
  it('in all, now and before, each outcome with its calls', async () => {
    const { totals, previous, outcomes } = await ask();
    expect(totals).toEqual(counted(within(PERIOD)));
    expect(previous).toEqual(counted(within(BEFORE)));
    expect(outcomes).toHaveLength(5);
    for (const { key, calls: count, previous: before } of outcomes) {
      const has = (call: Call) => (outcomeOf(call) ?? NO_VALUE) === key;
      expect([count, before]).toEqual([
        within(PERIOD).filter(has).length,
        within(BEFORE).filter(has).length,
      ]);
    }
  });

  it('over time, in buckets of the zone', async () => {
    const { series, outcomes } = await ask({ interval: 'week' });
    for (const { start, end, partial: _, outcomes: by, ...told } of series) {
      const inside = within(PERIOD).filter(({ created }) => {
        const at = Date.parse(created);
        return at >= Date.parse(start) && at < Date.parse(end);
      });
      expect(told).toEqual(counted(inside));
      expect(by).toEqual(
        outcomes.map(
          ({ key }) => inside.filter((call) => (outcomeOf(call) ?? NO_VALUE) === key).length,
        ),
      );
    }
  });

  it.each([
    ['use_case', false, (call: Call) => [call.use_case?.id ?? NO_VALUE]],
    ['x.lane.origin', false, (call: Call) => terms(call, 'lane.origin')],
    ['x.equipment', true, (call: Call) => terms(call, 'equipment')],
    ['x.nothing', false, () => [NO_VALUE]],
  ] as const)('by %s', async (group_by, overlapping, keysOf) => {
    const answer = await ask({ group_by });
    expect(answer.overlapping).toBe(overlapping);
    const named = answer.groups.flatMap(({ key }) => key ?? []);
    expect(named.length).toBeLessThanOrEqual(21);
    for (const { key, label: _, outcomes, previous, ...told } of answer.groups) {
      const isIn = (call: Call) =>
        keysOf(call).some((each) => (key === null ? !named.includes(each) : each === key));
      const members = within(PERIOD).filter(isIn);
      expect(told).toEqual(counted(members));
      expect(previous).toEqual(counted(within(BEFORE).filter(isIn)));
      expect(outcomes.reduce((sum, each) => sum + each, 0)).toBe(members.length);
    }
    const all = answer.groups.reduce((sum, group) => sum + group.calls, 0);
    if (!overlapping) expect(all).toBe(within(PERIOD).length);
  });

  it('each step and each group lead to as many calls as they count', async () => {
    const { totals, groups } = await ask({ group_by: 'x.lane.origin' });
    const count = async (query: object) =>
      (await store.page({ ...PERIOD, timezone: ZONE, ...query })).count;
    expect(await count({ has_outcome: true })).toBe(totals.reached);
    expect(await count({ has_outcome: true, classifications: SUCCESSES[1] })).toBe(
      totals.chosen[1],
    );
    const named = groups.flatMap(({ key }) => key ?? []);
    for (const { key, calls: told } of groups)
      expect(
        await count(key === null ? { 'not_x.lane.origin': named } : { 'x.lane.origin': [key] }),
      ).toBe(told);
  });

  it('are none where nothing matches', async () => {
    const answer = await ask({ statuses: ['Unheard of'] });
    expect(answer.totals).toEqual(counted([]));
    expect([answer.outcomes.map((each) => each.calls), answer.groups]).toEqual([
      answer.outcomes.map(() => 0),
      [],
    ]);
  });
});

function terms(call: Call, key: string): string[] {
  const found = readAt(call, key).flatMap(({ text }) => (text === null ? [] : [termOf(text)]));
  return found.length === 0 ? [NO_VALUE] : found;
}
