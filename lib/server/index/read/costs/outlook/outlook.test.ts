import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { sumOf } from '@/lib/call/costs/outlook/day-costs';
import { generateCalls } from '@/lib/demo/generate';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { matches, totalOf } from '@/lib/server/index/model.test-model';
import type { IndexStore } from '@/lib/server/index/store';

/** What the engine says of days and hours, held to clocks that are read call by call. */

const ZONES = ['UTC', 'America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
const DAYS = 70;
const NOWS = [
  '2026-11-29T22:26:33.123Z',
  // The hour that happens twice in Chicago, first and second time; the hour that is skipped; New Year; a leap day.
  '2026-11-01T06:30:00Z',
  '2026-11-01T07:10:00Z',
  '2026-11-01T07:30:00.500Z',
  '2026-10-03T15:45:00Z',
  '2026-11-30T23:59:59.999Z',
];

const demo = generateCalls({
  seed: 'outlook',
  now: Date.parse('2026-12-01T00:00:00Z'),
  count: 1500,
});
/** Calls on the very edges of quarters and of changes of clocks, some without a cost. */
const edges: Call[] = NOWS.flatMap((now, index) =>
  [-900_000, -1, 0, 1, 7 * 86_400_000 * -1].map((apart, place) =>
    callSchema.parse({
      id: `edge-${index}-${place}`,
      type: 'Inbound',
      status: 'Completed',
      created: new Date(Date.parse(now) + apart).toISOString(),
      use_case: place === 3 ? null : { id: 'edge', name: 'Edge, "quoted" <b>' },
      costs: place === 4 ? null : { total_costs: 0.000_001 * (index + 1) },
    }),
  ),
);
const calls = [...demo, ...edges];

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: '2026-12-01T00:00:00Z' });
});
afterAll(() => store.close());

const clocks = new Map<string, Intl.DateTimeFormat>();
const readings = new Map<string, { day: number; hour: number; time: number }>();

/** Day, hour and time of day that clocks show, by another library than the code's. */
function shown(instant: number, zone: string) {
  const key = `${instant} ${zone}`;
  const reading = readings.get(key) ?? read(instant, zone);
  readings.set(key, reading);
  return reading;
}

function read(instant: number, timeZone: string) {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return {
    day: Date.UTC(year, month - 1, day) / 86_400_000,
    hour,
    time: ((hour * 60 + minute) * 60 + second) * 1000 + (instant % 1000),
  };
}

function costSum(some: readonly Call[]) {
  return sumOf(
    some.map((call) => ({
      calls: 1,
      priced: totalOf(call) === null ? 0 : 1,
      total: totalOf(call) ?? 0,
    })),
  );
}

function daysOf(some: readonly Call[], zone: string, now: string) {
  const { day: today, time } = shown(Date.parse(now), zone);
  const groups = new Map<number, { until: Call[]; after: Call[] }>();
  for (const call of some) {
    const at = shown(Date.parse(call.created), zone);
    if (Date.parse(call.created) > Date.parse(now) || at.day < today - DAYS) continue;
    const group = groups.get(at.day) ?? { until: [], after: [] };
    groups.set(at.day, group);
    group[at.day === today || at.time <= time ? 'until' : 'after'].push(call);
  }
  const summed = [...groups].map(
    ([day, { until, after }]) => [day, { until: costSum(until), after: costSum(after) }] as const,
  );
  return new Map(summed.sort(([a], [b]) => a - b));
}

function sorted<T>(days: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...days].sort(([a], [b]) => a - b));
}

function oldestOf(some: readonly Call[], now: string): string | null {
  const before = some
    .map(({ created }) => Date.parse(created))
    .filter((at) => at <= Date.parse(now));
  return before.length === 0 ? null : new Date(Math.min(...before)).toISOString();
}

describe.each(NOWS)('at %s', (now) => {
  test.each(ZONES)('days and hours are those of %s', async (timezone) => {
    const filters = [{}, { type: 'Inbound' as const }, { statuses: ['Busy'], has_cost: false }];
    for (const filter of filters) {
      const query = { timezone, ...filter };
      const some = calls.filter((call) => matches(call, query));
      const facts = await store.outlook({ ...query, now, days: DAYS });
      const { day: today } = shown(Date.parse(now), timezone);
      expect(facts.today).toBe(today);
      expect(sorted(facts.days)).toEqual(daysOf(some, timezone, now));
      expect(facts.oldest).toBe(oldestOf(some, now));
      for (const { day, hour, sum } of facts.hours) {
        expect((today - day) % 7).toBe(0);
        const there = some.filter(({ created }) => {
          const at = shown(Date.parse(created), timezone);
          return at.day === day && at.hour === hour && Date.parse(created) <= Date.parse(now);
        });
        expect([day, hour, sum]).toEqual([day, hour, costSum(there)]);
      }
      const sameDay = [...facts.days].filter(
        ([day]) => day >= today - 56 && (today - day) % 7 === 0,
      );
      expect(sumOf(facts.hours.map(({ sum }) => sum))).toEqual(
        sumOf(sameDay.flatMap(([, { until, after }]) => [until, after])),
      );
    }
  });

  test('use cases are told apart, and all of them are all calls', async () => {
    const ids = [...new Set(demo.map(({ use_case }) => use_case?.id ?? '(none)'))];
    const asked = fc.subarray([...ids, 'edge', 'nobody', '(none)'], { minLength: 0 });
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...ZONES), async (use_cases, timezone) => {
        const unique = [...new Set(use_cases)];
        const facts = await store.spending({ timezone, now, days: DAYS, use_cases: unique });
        expect(sorted(facts.all.days)).toEqual(daysOf(calls, timezone, now));
        expect(facts.use_cases.has('nobody')).toBe(false);
        for (const [id, { days, oldest }] of facts.use_cases) {
          const own = calls.filter(({ use_case }) => (use_case?.id ?? '(none)') === id);
          expect(sorted(days)).toEqual(daysOf(own, timezone, now));
          expect(oldest).toBe(oldestOf(own, now));
        }
        expect([...facts.use_cases.keys()].sort()).toEqual(
          unique.filter((id) => id !== 'nobody').sort(),
        );
      }),
      { numRuns: 3 },
    );
  });
});

test('an hour that happens twice is in today both times', async () => {
  const twice = await openMemoryIndex();
  const call = callSchema.parse({
    id: 'first-time',
    type: 'Inbound',
    status: 'Completed',
    created: '2026-11-01T06:30:00Z',
    costs: { total_costs: 1 },
  });
  await twice.keep({ calls: [call], at: '2026-12-01T00:00:00Z' });
  // The clocks of Chicago show 01:10 for the second time; the call began at the first 01:30.
  const now = '2026-11-01T07:10:00Z';
  const { days, today } = await twice.outlook({ timezone: 'America/Chicago', now, days: DAYS });
  expect(days.get(today)?.until).toEqual({ calls: 1, priced: 1, total: 1_000_000 });
  await twice.close();
});

test('names are those of people, and no call is no call', async () => {
  const facts = await store.spending({
    timezone: 'UTC',
    now: NOWS[0] ?? '',
    days: DAYS,
    use_cases: ['edge'],
  });
  expect(facts.use_cases.get('edge')?.name).toBe('Edge, "quoted" <b>');
  const none = await store.outlook({
    timezone: 'UTC',
    now: '2020-01-01T00:00:00Z',
    days: DAYS,
  });
  expect([none.days.size, none.hours, none.oldest]).toEqual([0, [], null]);
});
