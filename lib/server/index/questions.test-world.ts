import fc from 'fast-check';
import type { Grouping, Interval } from '@/lib/call/query/routes/costs-query';
import type { IndexQuery, IndexStore } from './store';

/** One thing that somebody asks of the index. */
export type Asked = { name: string; ask: (store: IndexStore) => Promise<unknown> };

const NOW = '2026-11-20T12:00:00.000Z';
const BEFORE = { from: '2026-09-20T12:00:00.000Z', to: '2026-10-20T11:59:59.999Z' };
const DAY = 86_400_000;
const ZONES = ['UTC', 'America/Chicago', 'Asia/Kathmandu'] as const;
const INTERVALS = ['hour', 'day', 'week', 'month'] as const satisfies Interval[];
const GROUPINGS = [
  'none',
  'use_case',
  'model',
  'campaign',
  'status',
  'type',
  'agent',
  'language',
  'classification',
  'tag',
] as const satisfies Grouping[];

/** Values that calls have, by list filter. */
export type Seen = Readonly<
  Record<'statuses' | 'tags' | 'models' | 'ratings' | 'agents', string[]>
>;

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

/** Questions of every kind, with conditions of every kind. */
export function questions(seen: Seen, ids: readonly string[]): fc.Arbitrary<Asked> {
  const some = (key: keyof Seen) =>
    sometimes(
      fc.uniqueArray(fc.constantFrom('(none)', ...seen[key]), { minLength: 1, maxLength: 4 }),
    );
  const query: fc.Arbitrary<IndexQuery> = fc.record({
    timezone: fc.constantFrom(...ZONES),
    statuses: some('statuses'),
    tags: some('tags'),
    not_tags: some('tags'),
    models: some('models'),
    not_agents: some('agents'),
    ratings: some('ratings'),
    not_ratings: some('ratings'),
    viewed_by: rarely(fc.constantFrom('anyone', 'dana@carrier.example')),
    not_rated_by: rarely(fc.constant('anyone')),
    search: rarely(fc.constantFrom('dallas', '312', 'tx', '(312) 555', 'e\u0301')),
    said: rarely(
      fc.constantFrom('load', 'caller:driver', '"one moment" rate', 'zkaka', '"not there at all"'),
    ),
    weekdays: rarely(fc.constant([1, 2, 3])),
    has_notes: rarely(fc.boolean()),
    from: sometimes(fc.nat(60).map((days) => new Date(Date.parse(NOW) - days * DAY).toISOString())),
    to: rarely(fc.constant(NOW)),
    min_duration: rarely(fc.constant(30)),
    max_cost: rarely(fc.constant(1)),
    sample: rarely(fc.constantFrom(1, 50, 100_000)),
    share: rarely(fc.constantFrom('1/1', '2/3')),
    sort: sometimes(fc.constantFrom('asc' as const, 'desc' as const)),
    sort_by: fc.constantFrom('created' as const, 'duration' as const, 'total_cost' as const),
    limit: fc.constantFrom(1, 50),
    offset: fc.constantFrom(0, 50, 2000),
  });
  const id = fc.constantFrom(...ids);
  return fc.oneof(
    { weight: 8, arbitrary: query.map((q) => asked('facets', (store) => store.facets(q))) },
    { weight: 8, arbitrary: query.map((q) => asked('page', (store) => store.page(q))) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(query, fc.constantFrom(...INTERVALS), fc.constantFrom(...GROUPINGS), fc.boolean())
        .map(([q, interval, group_by, compare]) => {
          const previous = compare ? BEFORE : null;
          return asked('costs', (store) =>
            store.costs({ ...q, interval, group_by, previous, now: NOW }),
          );
        }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(query, fc.constantFrom(...GROUPINGS), fc.boolean())
        .map(([q, group_by, compare]) => {
          const previous = compare ? BEFORE : null;
          const successes = [['Booked'], ['On time', 'Running late']];
          return asked('breakdown', (store) =>
            store.breakdown({ ...q, group_by, previous, successes, now: NOW }),
          );
        }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(query, fc.constantFrom(...INTERVALS))
        .map(([q, interval]) =>
          asked('timeline', (store) => store.timeline({ ...q, interval, now: NOW })),
        ),
    },
    {
      weight: 3,
      arbitrary: query.map((q) => asked('patterns', (store) => store.patterns({ ...q, now: NOW }))),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(query, id)
        .map(([q, after]) =>
          asked('next', (store) => store.next({ ...q, after, unrated_by: 'anyone' })),
        ),
    },
    {
      weight: 2,
      arbitrary: query.map((q) =>
        asked('review', (store) =>
          store.review({ ...q, reviewer: 'dana@carrier.example', today: NOW }),
        ),
      ),
    },
    { weight: 1, arbitrary: query.map((q) => asked('agreement', (store) => store.agreement(q))) },
    { weight: 1, arbitrary: id.map((one) => asked('call', (store) => store.call(one))) },
    {
      weight: 1,
      arbitrary: id.map((one) =>
        asked('family', (store) => store.page({ timezone: 'UTC', family: one })),
      ),
    },
  );
}

function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 9 });
}

function asked(name: string, ask: Asked['ask']): Asked {
  return { name, ask };
}

/** How many calls an export has. */
export async function exported(store: IndexStore): Promise<number> {
  let count = 0;
  for await (const batch of store.export({ timezone: 'UTC' }))
    for (const row of batch) count += row.id === '' ? 0 : 1;
  return count;
}
