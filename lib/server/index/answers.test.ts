import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FACET_KEYS } from '@/lib/call/answers/index-responses';
import { type Call, callSchema } from '@/lib/call/call';
import { excludeKey, isSampled, keysOf, LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import { INTERVALS } from '@/lib/call/query/routes/costs-query';
import { createAgreement } from '@/lib/call/review/agreement';
import { addressOf } from '@/lib/call/review/review';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import { openMemoryIndex } from './memory.test-index';
import {
  clockOf,
  inOrder,
  matches,
  percentile,
  rated,
  sumsOf,
  totalOf,
  valuesOf,
} from './model.test-model';
import { sampleOf } from './model-sample.test-model';
import type { IndexQuery, IndexStore } from './store';

/** The SQL held to a plain model, over data that is as odd as data can be. */

const TAGS = [
  'a',
  'a,b',
  '"quoted"',
  "o'clock",
  '50%',
  'مرحبا',
  '🚚',
  '=1+1',
  'x\ny',
  '_',
  ' ',
  '',
  ' a ',
  '(none)',
  '\\(none)',
  '(empty)',
];
const EMAILS = ['a@x.example', 'A@X.example', 'ü@x.example'];
const ZONES = ['UTC', 'America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Berlin'];
/** Around days on which clocks change, and ties. */
const INSTANTS = [
  '2026-03-08T07:59:59.999Z',
  '2026-03-08T08:00:00Z',
  '2026-03-29T00:59:59.999Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-01T05:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-12-31T23:59:59.999Z',
];

/** Around the days that progress is asked for, and one that is no instant. */
const RATED_AT = [
  '2026-11-20T04:59:59.999Z',
  '2026-11-20T12:00:00Z',
  '2026-11-19T12:00:00Z',
  'soon',
];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const money = fc.integer({ min: 0, max: 3_000_000 }).map((micros) => micros / 1e6);

const costs = fc.record({
  total_costs: orNull(money),
  voip: orNull(fc.record({ total_cost: orNull(money), call_cost: orNull(money) })),
  transcriber: orNull(fc.record({ total_cost: orNull(money) })),
  llm: orNull(fc.record({ total_cost: orNull(money), input_cost: orNull(money) })),
  tts: orNull(fc.record({ total_cost: orNull(money) })),
});

const oddCall = fc.record({
  type: fc.constantFrom('Inbound', 'Outbound', 'Sideways'),
  status: fc.constantFrom('Completed', 'No answer', 'Busy', 'In progress', 'On the moon', '<b>'),
  provider: orNull(fc.constantFrom('Twilio', 'Web', '')),
  language: orNull(fc.constantFrom('en-US', 'es-MX')),
  created: fc.oneof(
    fc.constantFrom(...INSTANTS),
    fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
      .map((ms) => new Date(ms).toISOString()),
  ),
  duration: orNull(fc.oneof(fc.nat(600), fc.constantFrom(0, 9.999, 10, 0.5))),
  use_case: orNull(
    fc.record({
      id: orNull(fc.constantFrom('u1', 'u2', 'u3')),
      name: fc.constantFrom('Same name', 'Other'),
      model: orNull(fc.constantFrom('m1', 'm,2')),
    }),
  ),
  agent: orNull(fc.constantFrom({ id: 'g1', name: 'Marcus' }, { id: null, name: 'Nameless' })),
  campaign_id: orNull(fc.constantFrom(...Array.from({ length: 25 }, (_, i) => `c${i}`))),
  classification: orNull(fc.record({ tag: orNull(fc.constantFrom('Booked', 'No', 'ß')) })),
  metadata: orNull(
    fc.record({
      from: orNull(fc.constantFrom('+15550100', '+49301234')),
      tags: orNull(fc.array(fc.constantFrom(...TAGS), { maxLength: 4 })),
    }),
  ),
  extraction: orNull(
    fc.record({ lane: fc.constantFrom('Dallas', 'İstanbul', '100%'), deep: fc.object() }),
  ),
  viewed_by: orNull(fc.array(fc.constantFrom(...EMAILS), { maxLength: 2 })),
  ratings: orNull(
    fc.array(
      fc.record({
        emoji: fc.constantFrom('✅', '✅', '👎', '🚨', 'meh'),
        email: orNull(fc.constantFrom(...EMAILS, ' b@x.example ')),
        created: orNull(fc.constantFrom(...RATED_AT)),
      }),
      { maxLength: 3 },
    ),
  ),
  notes: orNull(
    fc.array(fc.record({ id: fc.string(), flagged: orNull(fc.boolean()) }), { maxLength: 2 }),
  ),
  costs: orNull(costs),
});

function oddCalls(count: number, seed: number): Call[] {
  return fc
    .sample(oddCall, { numRuns: count, seed })
    .map((call, index) =>
      callSchema.parse({ ...call, id: `call-${String(index).padStart(4, '0')}` }),
    );
}

const chosen = (values: readonly string[]) =>
  maybe(
    fc.uniqueArray(fc.constantFrom(...values, NO_VALUE, 'unheard of'), {
      minLength: 1,
      maxLength: 3,
    }),
  );

const VALUES: Record<(typeof LIST_FILTER_KEYS)[number], readonly string[]> = {
  statuses: ['Completed', 'No answer', 'On the moon', '<b>'],
  tags: TAGS.map(termOf),
  models: ['m1', 'm,2'],
  ratings: ['✅', '👎', 'meh'],
  use_cases: ['u1', 'u2', 'u3'],
  campaigns: ['c1', 'c2', 'c24'],
  agents: ['g1', 'Nameless'],
  languages: ['en-US', 'es-MX'],
  providers: ['Twilio', 'Web'],
  classifications: ['Booked', 'ß'],
};

/** Most conditions are absent, so that what is left is seldom nothing. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined, freq: 1 })
    .chain((v) => fc.constantFrom(v, undefined, undefined, undefined));

const query: fc.Arbitrary<IndexQuery> = fc
  .record({
    ...Object.fromEntries(
      LIST_FILTER_KEYS.flatMap((key) => [
        [key, rarely(chosen(VALUES[key]))],
        [`not_${key}`, rarely(chosen(VALUES[key]))],
      ]),
    ),
    type: rarely(fc.constantFrom('Inbound' as const, 'Outbound' as const)),
    from: rarely(fc.constantFrom('2026-03-08T08:00:00Z', '2026-02-01T00:00:00Z')),
    to: rarely(fc.constantFrom('2026-11-01T06:30:00Z', '2026-12-31T23:59:59.999Z')),
    search: rarely(
      fc.constantFrom('dallas', '100%', '_', 'İSTANBUL', '+1555', "'", '(312) 555', '1-312'),
    ),
    min_duration: rarely(fc.constantFrom(0, 10, 0.5)),
    max_duration: rarely(fc.constantFrom(10, 300)),
    min_cost: rarely(fc.constantFrom(0, 0.5)),
    max_cost: rarely(fc.constantFrom(1, 2.5)),
    has_notes: rarely(fc.boolean()),
    flagged: rarely(fc.boolean()),
    rated: rarely(fc.boolean()),
    has_cost: rarely(fc.boolean()),
    has_outcome: rarely(fc.boolean()),
    viewed_by: rarely(fc.constantFrom('anyone', 'a@x.example', 'nobody')),
    not_viewed_by: rarely(fc.constantFrom('anyone', 'Ü@x.example')),
    rated_by: rarely(fc.constantFrom('anyone', 'A@x.example', 'b@x.example', 'nobody')),
    not_rated_by: rarely(fc.constantFrom('anyone', 'a@x.example', 'Ü@x.example')),
    contested: rarely(fc.boolean()),
    weekdays: rarely(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    ),
    hours: rarely(fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 12 })),
    sample: rarely(fc.constantFrom(1, 7, 50, 1000)),
    share: rarely(fc.constantFrom('1/1', '2/3', '7/100')),
    sort: maybe(fc.constantFrom('asc' as const, 'desc' as const)),
    sort_by: maybe(fc.constantFrom('created' as const, 'duration' as const, 'total_cost' as const)),
    timezone: fc.constantFrom(...ZONES),
  })
  .map((made) => made as IndexQuery);

/** The calls of a question. Its sample comes last: whatever is counted without a condition is counted within it. */
function leftOf(calls: readonly Call[], asked: IndexQuery, without: Partial<IndexQuery> = {}) {
  const matching = (query: IndexQuery) => calls.filter((call) => matches(call, query));
  return isSampled(asked) ? sampleOf(matching(asked), asked) : matching({ ...asked, ...without });
}

describe.each([
  ['three hundred odd calls', 300, 1],
  ['one call', 1, 2],
  ['no call', 0, 3],
])('%s', (_, count, seed) => {
  const calls = oddCalls(count, seed);
  const runs = { numRuns: count > 1 ? 60 : 15, seed: 7 };
  let store: IndexStore;

  beforeAll(async () => {
    store = await openMemoryIndex();
    await store.keep({ calls, at: '2027-01-01T00:00:00Z' });
  });
  afterAll(() => store.close());

  const held = (check: (query: IndexQuery, left: Call[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(query, (asked) => check(asked, leftOf(calls, asked))),
      runs,
    );

  test('lists have the same calls in the same order', () =>
    held(async (asked, left) => {
      const { calls: found, count: counted } = await store.page({ ...asked, limit: 2000 });
      expect(found.map(({ id }) => id)).toEqual(inOrder(left, asked).map(({ id }) => id));
      expect(counted).toBe(left.length);
    }));

  test('pages are pieces of the list', () =>
    held(async (asked, left) => {
      const { calls: found } = await store.page({ ...asked, limit: 7, offset: 5 });
      const expected = inOrder(left, asked).slice(5, 12);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }));

  test('facets count with all filters but their own', () =>
    held(async (asked, left) => {
      const answer = await store.facets(asked);
      expect(answer.count).toBe(left.length);
      for (const key of FACET_KEYS) {
        const counts = new Map<string, number>();
        const own = key === 'type' ? ['type'] : [key, excludeKey(key)];
        const without = Object.fromEntries(own.map((each) => [each, undefined]));
        for (const call of leftOf(calls, asked, without)) {
          const values = valuesOf(call, key);
          for (const value of values.length > 0 ? values : [NO_VALUE])
            counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const found = answer.facets[key].filter(({ count: n }) => n > 0);
        expect(Object.fromEntries(found.map(({ value, count: n }) => [value, n]))).toEqual(
          Object.fromEntries(counts),
        );
        const named = answer.facets[key].filter(({ value }) => value !== NO_VALUE);
        expect([...named, ...answer.facets[key].filter((each) => !named.includes(each))]).toEqual(
          answer.facets[key],
        );
        const ranked = named.map(({ count: n }) => n);
        expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
        const wanted = key === 'type' ? [asked.type ?? []].flat() : (asked[key] ?? []);
        expect(answer.facets[key].map(({ value }) => value)).toEqual(
          expect.arrayContaining([...wanted]),
        );
        const labels = answer.facets[key].map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }
    }));

  test('histograms hold every call that has a number', () =>
    held(async (asked) => {
      const { histograms, ranges } = await store.facets(asked);
      const { duration, cost } = histograms;
      const total = (bars: typeof cost) => bars.reduce((sum, bar) => sum + bar.count, 0);
      const without = (...keys: (keyof IndexQuery)[]) =>
        leftOf(calls, asked, Object.fromEntries(keys.map((key) => [key, undefined])));
      const timed = without('min_duration', 'max_duration').flatMap((call) => call.duration ?? []);
      const priced = without('min_cost', 'max_cost').flatMap((call) => totalOf(call) ?? []);
      expect([total(duration), total(cost)]).toEqual([timed.length, priced.length]);
      expect(ranges.duration.max).toBe(timed.length > 0 ? Math.max(...timed) : null);
      expect(ranges.cost.min).toBe(priced.length > 0 ? Math.min(...priced) / 1e6 : null);
      for (const bars of [duration, cost])
        bars.slice(1).forEach((bar, index) => {
          expect(bar.from).toBe(bars[index]?.to);
        });
    }));

  test('costs add up, in all and by group', () =>
    fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom('use_case' as const, 'campaign' as const, 'tag' as const, 'type' as const),
        async (asked, group_by) => {
          const left = leftOf(calls, asked);
          const now = '2027-01-01T00:00:00Z';
          const question = { ...asked, interval: 'month' as const, group_by, previous: null, now };
          const { totals, groups, overlapping } = await store.costs(question);
          expectSums(totals, left);
          expect(overlapping).toBe(group_by === 'tag');
          const filter = (
            { use_case: 'use_cases', campaign: 'campaigns', tag: 'tags', type: 'type' } as const
          )[group_by];
          const named = groups.filter(({ key }) => key !== null);
          const inGroup = (call: Call, key: string | null) => {
            const values = valuesOf(call, filter);
            return key === NO_VALUE ? values.length === 0 : values.includes(key ?? '');
          };
          for (const { key, p50, p95, ...sums } of groups) {
            const members = left.filter((call) =>
              key === null ? !named.some((group) => inGroup(call, group.key)) : inGroup(call, key),
            );
            expectSums(sums, members);
            expect([p50, p95]).toEqual([percentile(members, 0.5), percentile(members, 0.95)]);
          }
          expect(groups.length).toBeLessThanOrEqual(group_by === 'tag' ? 20 : 21);
          if (!overlapping)
            expect(groups.reduce((sum, group) => sum + group.calls, 0)).toBe(left.length);
        },
      ),
      runs,
    ));

  test('series have every bucket, by the clocks of the zone', () =>
    fc.assert(
      fc.asyncProperty(query, fc.constantFrom(...INTERVALS), async (asked, interval) => {
        const left = leftOf(calls, asked);
        const now = '2027-01-01T00:00:00Z';
        // A whole year has too many hours.
        const bounded =
          interval === 'hour'
            ? { ...asked, from: '2026-10-20T00:00:00Z', to: '2026-11-05T00:00:00Z' }
            : asked;
        const within = interval === 'hour' ? leftOf(calls, bounded) : left;
        const question = { ...bounded, interval, group_by: 'none' as const, previous: null, now };
        const { series } = await store.costs(question);
        expect(series.reduce((sum, each) => sum + each.calls, 0)).toBe(within.length);
        const times = new Map(within.map((call) => [call, Date.parse(call.created)]));
        const bounds = series.map(
          ({ start, end }) => [Date.parse(start), Date.parse(end)] as const,
        );
        series.forEach(({ start: _start, end: _end, ...sums }, index) => {
          const [first, after] = bounds[index] ?? [];
          const isWithin = (time = Number.NaN) => time >= Number(first) && time < Number(after);
          expectSums(
            sums,
            within.filter((call) => isWithin(times.get(call))),
          );
        });
        expect(bounds.filter(([first, after]) => !(after > first))).toEqual([]);
        expect(series.slice(1).map(({ start }) => start)).toEqual(
          series.slice(0, -1).map(({ end }) => end),
        );
        const named = (instant: number) => clock(instant, asked.timezone, interval);
        expect(bounds.filter(([first]) => named(first) === named(first - 1))).toEqual([]);
      }),
      runs,
    ));

  test('the week has every call in the cell of its clock', () =>
    held(async (asked, left) => {
      const { cells } = await store.patterns({ ...asked, now: '2027-01-01T00:00:00Z' });
      const expected = new Map<string, { calls: number; micros: number | null }>();
      for (const call of left) {
        const at = clockOf(Date.parse(call.created), asked.timezone).join();
        const cell = expected.get(at) ?? { calls: 0, micros: null };
        expected.set(at, { calls: cell.calls + 1, micros: sumOf(cell.micros, totalOf(call)) });
      }
      expect(
        cells.map(({ weekday, hour, calls: n, total }) => [
          `${weekday},${hour}`,
          { calls: n, micros: total === null ? null : Math.round(total * 1e6) },
        ]),
      ).toEqual(expect.arrayContaining([...expected]));
      expect(cells).toHaveLength(expected.size);
    }));

  test('the next call to review is the first beyond, at its place in the list', () =>
    fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom('anyone', 'A@x.example', 'ü@x.example', 'nobody'),
        fc.option(fc.nat(Math.max(0, count - 1)), { nil: undefined }),
        async (asked, unrated_by, start) => {
          const list = inOrder(leftOf(calls, asked), asked);
          const from = start === undefined ? undefined : calls[start];
          const order = inOrder(calls, asked);
          const place = (call: Call) => order.indexOf(call);
          const open = list.filter((call) => rated(call, unrated_by) === false);
          const found = open.find((call) => from === undefined || place(call) > place(from));
          expect(await store.next({ ...asked, unrated_by, after: from?.id })).toEqual({
            next: found ? { id: found.id, offset: list.indexOf(found) } : null,
            left: open.length,
          });
        },
      ),
      runs,
    ));

  test('a call is found at its place in the list, and nowhere in one that it is not in', () =>
    fc.assert(
      fc.asyncProperty(query, fc.nat(Math.max(0, count - 1)), async (asked, at) => {
        const list = inOrder(leftOf(calls, asked), asked);
        const call = calls[at];
        if (!call) return;
        const offset = list.indexOf(call);
        expect(await store.place({ ...asked, id: call.id })).toEqual({
          offset: offset < 0 ? null : offset,
          count: list.length,
        });
      }),
      runs,
    ));

  test('progress counts what is rated, and by whom since when', () =>
    fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom(undefined, 'A@x.example', 'b@x.example', 'nobody'),
        async (asked, reviewer) => {
          const left = leftOf(calls, asked);
          const today = '2026-11-20T00:00:00Z';
          const ofToday = left.filter(({ ratings }) =>
            ratings?.some(
              ({ email, created }) =>
                email?.trim().toLowerCase() === reviewer?.toLowerCase() &&
                Date.parse(created ?? '') >= Date.parse(today),
            ),
          );
          expect(await store.review({ ...asked, reviewer, today })).toEqual({
            count: left.length,
            reviewed: left.filter((call) => rated(call, 'anyone')).length,
            by_reviewer_today: reviewer === undefined ? null : ofToday.length,
          });
        },
      ),
      runs,
    ));

  test('people are compared on the calls that two of them have rated', () =>
    held(async (asked, left) => {
      const raters = ({ ratings }: Call) =>
        new Set((ratings ?? []).flatMap(({ email, emoji }) => (emoji && addressOf(email)) || []));
      const several = left.filter((call) => raters(call).size > 1);
      const agreement = createAgreement();
      for (const { ratings } of left) agreement.add(ratings);
      const pairs = agreement.pairs();
      expect(await store.agreement(asked)).toEqual({
        calls: several.length,
        compared: several.length,
        pair_count: pairs.length,
        pairs,
      });
    }));

  test('flags count with all filters but their own', () =>
    held(async (asked) => {
      const { flags } = await store.facets(asked);
      const without = (flag: keyof typeof flags) =>
        leftOf(calls, asked, { [flag]: undefined }).filter((call) =>
          matches(call, { timezone: 'UTC', [flag]: true }),
        ).length;
      for (const flag of keysOf(flags)) expect([flag, flags[flag]]).toEqual([flag, without(flag)]);
    }));

  test('an export is the whole list', () =>
    held(async (asked, left) => {
      const ids: string[] = [];
      for await (const batch of store.export(asked)) ids.push(...Array.from(batch, ({ id }) => id));
      expect(ids).toEqual(inOrder(left, asked).map(({ id }) => id));
    }));
});

/** What names the hour, the day, the week or the month that the clocks of a zone show. */
function clock(instant: number, timeZone: string, interval: (typeof INTERVALS)[number]): string {
  const day = formatOf(timeZone, { dateStyle: 'short' }).format(instant);
  if (interval === 'month') return day.slice(0, 7);
  if (interval === 'day') return day;
  if (interval === 'week') return String(Math.floor((Date.parse(day) / 86_400_000 + 3) / 7));
  return `${day} ${formatOf(timeZone, { hour: '2-digit', timeZoneName: 'longOffset' }).format(instant)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-CA', { timeZone, ...options });
  formats.set(key, format);
  return format;
}

/** An `expect` takes longer than the sums do, and there are a dozen to each of thousands of hours: it gets what differs. */
function expectSums(found: object, calls: readonly Call[]): void {
  for (const [name, value] of Object.entries(sumsOf(calls))) {
    const given = Reflect.get(found, name);
    const isClose = value === null ? given === null : Math.abs(given - value) < 5e-10;
    if (!isClose) expect([name, given]).toEqual([name, value]);
  }
}

/** Of two amounts of which either can be unknown. */
function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : a + b;
}
