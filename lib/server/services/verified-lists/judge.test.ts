import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import { findCalls } from '@/lib/demo/api/query';
import { createCallStore } from '@/lib/demo/store';
import type { UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { judge, kindsOf } from './judge';

type FilterKey = (typeof UPSTREAM_FILTER_KEYS)[number];

const NOON = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const iso = (hours: number) => new Date(NOON + hours * HOUR).toISOString();

const word = fc.constantFrom('one', 'two', 'three');
/** What a search looks at, and no other field has. */
const place = fc.constantFrom('north', 'south', 'east');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const call: fc.Arbitrary<Omit<Call, 'id'>> = fc.record({
  type: fc.constantFrom('Inbound', 'Outbound'),
  status: word,
  created: fc.integer({ min: -48, max: 0 }).map(iso),
  metadata: maybe(fc.record({ from: maybe(place), to: maybe(place), tags: fc.array(word) })),
  use_case: maybe(fc.record({ id: maybe(word), model: maybe(word) })),
  campaign_id: maybe(word),
  ratings: maybe(fc.array(fc.record({ emoji: word, email: fc.constant('a@b.example') }))),
  transfer_contact_email: maybe(word),
  extraction: maybe(fc.record({ note: maybe(place) })),
});
const calls = fc
  .array(call, { maxLength: 30 })
  .map((some) => some.map((each, at) => callSchema.parse({ ...each, id: idOf(at) })));

const some = fc.uniqueArray(word, { minLength: 1, maxLength: 2 });
const values = {
  type: fc.constantFrom('Inbound', 'Outbound'),
  statuses: some,
  tags: some,
  models: some,
  ratings: some,
  use_cases: some,
  campaigns: some,
  from: fc.integer({ min: -48, max: -24 }).map(iso),
  to: fc.integer({ min: -24, max: 0 }).map(iso),
  search: place,
  transfer_contact_email: word,
} as const satisfies { [K in FilterKey]: fc.Arbitrary<UpstreamQuery[K]> };

/** Few filters at once, so that some calls are left. */
const query: fc.Arbitrary<UpstreamQuery> = fc
  .tuple(
    fc.record(values),
    fc.subarray([...UPSTREAM_FILTER_KEYS], { maxLength: 2 }),
    fc.record({
      sort: fc.constantFrom('asc', 'desc'),
      limit: fc.integer({ min: 1, max: 30 }),
      offset: fc.integer({ min: 0, max: 5 }),
    }),
  )
  .map(([filters, keys, page]) => ({ ...only(filters, keys), ...page }));

function only(filters: UpstreamQuery, keys: readonly FilterKey[]): UpstreamQuery {
  return UPSTREAM_FILTER_KEYS.filter((key) => !keys.includes(key)).reduce(without, filters);
}

function idOf(number: number): string {
  return String(number).padStart(24, '0');
}

/** What an upstream that does everything it is asked sends: the demo's, which is not of our making here. */
function honest(all: readonly Call[], asked: UpstreamQuery): Call[] {
  const set = (values: string[] | undefined) => values && new Set(values);
  const { from, to, sort = 'desc', limit = 50, offset = 0, search, ...rest } = asked;
  const { page } = findCalls(createCallStore(all).all(), {
    ...(rest.type && rest.type !== 'Unknown' && { type: rest.type }),
    ...(rest.transfer_contact_email && { transfer_contact_email: rest.transfer_contact_email }),
    ...(search && { search }),
    statuses: set(rest.statuses),
    tags: set(rest.tags),
    models: set(rest.models),
    ratings: set(rest.ratings),
    use_cases: set(rest.use_cases),
    campaigns: set(rest.campaigns),
    ...(from && { from: Date.parse(from) }),
    ...(to && { to: Date.parse(to) }),
    sort,
    limit,
    offset,
  });
  return page.map(({ record }) => callSchema.parse(record));
}

function without(asked: UpstreamQuery, key: FilterKey): UpstreamQuery {
  const { [key]: _, ...rest } = asked;
  return rest;
}

/** Of a search only what shows can tell, and whatever shows may be what was searched. */
function isTelling(key: FilterKey, { metadata, extraction, ...rest }: Call, asked: UpstreamQuery) {
  if (key !== 'search') return true;
  const shown = [metadata?.from, metadata?.to, extraction?.note].some(Boolean);
  return shown && !JSON.stringify([metadata, rest]).includes(asked.search ?? '');
}

describe('held against an upstream', () => {
  it('one that does what it is asked has nothing held against it', () => {
    fc.assert(
      fc.property(calls, query, (all, asked) => {
        const verdict = judge(asked, { calls: honest(all, asked) });
        expect([verdict.broken, verdict.isLoose]).toEqual([[], false]);
        for (const kind of verdict.passed) expect(kindsOf(asked)).toContain(kind);
      }),
    );
  });

  it.each(UPSTREAM_FILTER_KEYS)(
    'one that ignores %s is found out by every call that another would not have sent',
    (key) => {
      let found = 0;
      fc.assert(
        fc.property(calls, query, values[key], (all, others, value) => {
          const asked = { ...others, [key]: value };
          const sent = honest(all, without(asked, key));
          const right = new Set(
            honest(all, { ...asked, limit: 30, offset: 0 }).map(({ id }) => id),
          );
          const wrong = sent.filter((each) => !right.has(each.id) && isTelling(key, each, asked));
          const { broken } = judge(asked, { calls: sent });
          expect(broken).toEqual(wrong.length > 0 ? [key] : []);
          found += wrong.length;
        }),
        { numRuns: 200 },
      );
      expect(found).toBeGreaterThan(10);
    },
  );

  it('one that sends everything the other way round is found out, unless all were made at one time', () => {
    fc.assert(
      fc.property(calls, fc.constantFrom('asc', 'desc'), (all, sort) => {
        const sent = honest(all, { sort: sort === 'asc' ? 'desc' : 'asc' });
        const isEven = new Set(all.map(({ created }) => created)).size < 2;
        expect(judge({ sort }, { calls: sent }).broken).toEqual(isEven ? [] : [`sort_${sort}`]);
      }),
    );
  });

  it('nothing is held against fields that could not be read', () => {
    const paths = ['type', 'status', 'metadata', 'use_case', 'ratings', 'campaign_id', 'created'];
    fc.assert(
      fc.property(calls, query, (all, asked) => {
        const odd = all.map(({ id }) => ({
          id,
          fields: [...paths, 'transfer_contact_email', 'extraction.note'],
        }));
        expect(judge(asked, { calls: all, odd })).toEqual({
          broken: [],
          isLoose: false,
          passed: [],
        });
      }),
    );
  });
});

const one = callSchema.parse({
  id: idOf(1),
  type: 'Inbound',
  status: 'Completed',
  created: '2026-11-20T12:00:00.000Z',
  metadata: { from: '+1 (312) 555-0140', tags: ['VIP'] },
  extraction: { place: 'São Paulo, Terminal 4', load: 88_123 },
  ratings: [{ emoji: '🚨\uFE0F' }],
});

describe('what only looks different is the same', () => {
  it.each([
    { tags: ['vip'] },
    { ratings: ['🚨'] },
    { from: '2026-11-20T12:00:00.900Z' },
    { to: '2026-11-20T11:59:59.100Z' },
    { search: '3125550140' },
    { search: '+13125550140' },
    { search: '0140' },
    { search: 'sao paulo' },
    { search: 'terminal-4' },
    { search: '88123' },
    { search: 'completed' },
  ])('%j', (asked) => {
    expect(judge(asked, { calls: [one] })).toMatchObject({
      broken: [],
      passed: Object.keys(asked),
    });
  });

  it.each([
    { tags: ['vi'] },
    { ratings: ['👎'] },
    { campaigns: ['c'] },
    { from: '2026-11-20T12:00:02Z' },
    { to: '2026-11-20T11:59:58Z' },
    { search: '3125550141' },
    { search: 'Rio' },
    { search: 'paulo rio' },
  ])('but not %j', (asked) => {
    expect(judge(asked, { calls: [one] }).broken).toEqual(Object.keys(asked));
  });

  it('a call that shows neither number nor extracted value says nothing about a search', () => {
    const bare = { ...one, metadata: { tags: ['x'] }, extraction: {} };
    expect(judge({ search: 'Rio' }, { calls: [bare] }).broken).toEqual([]);
  });

  it('a type or status that is not known says nothing', () => {
    const calls = [{ ...one, type: 'Unknown', status: 'Unknown' }];
    expect(judge({ type: 'Outbound', statuses: ['Busy'] }, { calls }).broken).toEqual([]);
  });
});
