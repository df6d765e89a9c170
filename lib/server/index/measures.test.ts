import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Call } from '@/lib/call/call';
import {
  ASKED_MEASURES,
  type AskedMeasure,
  type CallMeasures,
  MEASURE_KEYS,
} from '@/lib/call/conversation/keys';
import { callsOf, measuresOf } from './documents/packed-calls';
import type { Driver } from './engine/driver';
import { openDuckDb } from './engine/duckdb';
import { sql } from './engine/sql';
import { writeMeasures } from './measures';
import { prepare } from './schema';
import { createIndexStore } from './sql-store';
import type { IndexQuery, IndexStore } from './store';

const AT = '2026-11-22T20:00:00Z';
const utc: IndexQuery = { timezone: 'UTC', limit: 2000 };
const calls = Array.from({ length: 120 }, (_, at): Call => {
  const created = new Date(Date.parse('2026-11-01T00:00:00Z') + at * 3_600_000).toISOString();
  const status = at % 3 === 0 ? 'Transferred' : 'Completed';
  return { id: at.toString(16).padStart(24, 'a'), created, type: 'Inbound', status };
});

/** Every fourth transcript was not read; a measure can be unknown in any other. */
const measured = new Map(
  calls.flatMap(({ id }, at): [string, CallMeasures][] => {
    const some = (value: number, every: number) => (at % every === 1 ? null : value);
    const values: CallMeasures = {
      talk_share: some((at % 11) / 10, 5),
      silence: some((at % 17) * 1.5, 7),
      interruptions: some(at % 4, 6),
      response_time: some(0.25 * (at % 13), 8),
      response_time_p95: some(0.25 * (at % 13) + 1, 8),
      tool_calls: at % 3,
      tool_errors: some(at % 2, 9),
      turns: 5 + (at % 20),
      first_words: at % 7 === 1 ? null : `Hi, “${at}” – 'a' 100%; 🚚`,
    };
    return at % 4 === 0 ? [] : [[id, values]];
  }),
);
const given = ({ id }: Pick<Call, 'id'>, key: AskedMeasure) => measured.get(id)?.[key] ?? null;

function matches(call: Call, query: IndexQuery, except?: AskedMeasure): boolean {
  if (query.statuses && !query.statuses.includes(call.status)) return false;
  return ASKED_MEASURES.every((key) => {
    const [min, max] = [query[`min_${key}`], query[`max_${key}`]];
    if (key === except || (min === undefined && max === undefined)) return true;
    const value = given(call, key);
    return value !== null && value >= (min ?? 0) && value <= (max ?? Number.POSITIVE_INFINITY);
  });
}

const bound = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const question: fc.Arbitrary<IndexQuery> = fc
  .record({
    min_talk_share: bound(fc.constantFrom(0, 0.3, 1)),
    max_talk_share: bound(fc.constantFrom(0.6, 1)),
    min_silence: bound(fc.constantFrom(0, 3, 24)),
    max_silence: bound(fc.constantFrom(4.5, 12)),
    min_interruptions: bound(fc.constantFrom(0, 1)),
    max_interruptions: bound(fc.constantFrom(0, 2)),
    min_response_time: bound(fc.constantFrom(0, 0.25)),
    max_response_time: bound(fc.constantFrom(1.5, 2.999)),
    min_tool_errors: bound(fc.constantFrom(0, 1)),
    max_tool_errors: bound(fc.constantFrom(0)),
    statuses: bound(fc.constantFrom('Transferred').map((status) => [status])),
    sort: fc.constantFrom('asc' as const, 'desc' as const),
    sort_by: fc.constantFrom(...ASKED_MEASURES),
  })
  .map((made) => ({ ...utc, ...made }));

const placeRow = z.object({ id: z.string(), place: z.number() });

/** An index with these calls, and what is known of their conversations. */
async function indexWith(known: ReadonlyMap<string, CallMeasures>) {
  const driver = await openDuckDb({ path: ':memory:' });
  await prepare(driver, 'tests');
  const store = await createIndexStore(driver);
  await store.keep({ calls, at: AT });
  await measure(driver, known);
  return { store, driver };
}

async function measure(driver: Driver, known: ReadonlyMap<string, CallMeasures>) {
  const rows = await driver.query(sql`SELECT id, place FROM call`, placeRow);
  const byPlace = new Map(
    rows.flatMap(({ id, place }) => {
      const values = known.get(id);
      return values ? [[place, values] as const] : [];
    }),
  );
  await driver.write((session) => writeMeasures(session, byPlace));
}

describe('measures of conversations', () => {
  let store: IndexStore;
  beforeAll(async () => {
    store = (await indexWith(measured)).store;
  });
  afterAll(() => store.close());

  it('come back as they were kept, and only where a transcript was read', async () => {
    const known = await store.measures([...calls.map(({ id }) => id), 'f'.repeat(24)]);
    expect(known).toEqual(measured);
  });

  it('filter and sort like a plain model', () =>
    fc.assert(
      fc.asyncProperty(question, fc.constantFrom(0, 10), async (asked, offset) => {
        const { sort_by, sort } = asked;
        const key = ASKED_MEASURES.find((each) => each === sort_by) ?? 'silence';
        const direction = sort === 'asc' ? 1 : -1;
        const expected = calls
          .filter((call) => matches(call, asked))
          .sort((a, b) => {
            const [x, y] = [given(a, key), given(b, key)];
            if (x !== y && (x === null || y === null)) return x === null ? 1 : -1;
            return ((x ?? 0) - (y ?? 0) || (a.created < b.created ? -1 : 1)) * direction;
          })
          .map(({ id }) => id);
        const page = await store.page({ ...asked, offset, limit: 15 });
        expect(page.calls.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 15));
        expect(page.count).toBe(expected.length);
      }),
      { numRuns: 60 },
    ));

  it('have ranges and histograms, each without its own bounds', () =>
    fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { ranges, histograms } = await store.facets({ ...asked, measures: true });
        for (const key of ASKED_MEASURES) {
          const left = calls.filter((call) => matches(call, asked, key));
          const values = left.flatMap((call) => given(call, key) ?? []);
          const ends =
            values.length > 0 ? [Math.min(...values), Math.max(...values)] : [null, null];
          expect([key, ranges[key].min, ranges[key].max]).toEqual([key, ...ends]);
          const bars = histograms[key] ?? [];
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
          for (const { from, to, count } of bars.slice(0, -1))
            expect(values.filter((value) => value >= from && value < to)).toHaveLength(count);
        }
      }),
      { numRuns: 30 },
    ));

  it.each(['created', 'silence'] as const)('go along in an export by %s', async (sort_by) => {
    const found: [string, CallMeasures | undefined][] = [];
    for await (const piece of store.packed({ timezone: 'UTC', sort_by })) {
      const values = measuresOf(piece);
      for (const call of callsOf(piece)) found.push([call.id, values[found.length]]);
    }
    expect(found).toHaveLength(calls.length);
    for (const [id, values] of found) expect(values).toEqual(measured.get(id));
  });

  it('have no histograms unasked', async () => {
    const { histograms } = await store.facets(utc);
    expect(Object.keys(histograms)).toEqual(['duration', 'cost']);
  });

  it('stay when the call changes, and are replaced when it is measured again', async () => {
    const [, call] = calls;
    if (!call) throw new Error('no call');
    const { store: own, driver } = await indexWith(measured);
    await own.keep({ calls: [{ ...call, status: 'Changed' }], at: '2026-11-23T00:00:00Z' });
    expect((await own.measures([call.id])).get(call.id)).toEqual(measured.get(call.id));
    const unknown = Object.fromEntries([...MEASURE_KEYS, 'first_words'].map((key) => [key, null]));
    const again = { ...unknown, turns: 3, silence: 1.25 } as CallMeasures;
    await measure(driver, new Map([[call.id, again]]));
    expect((await own.measures([call.id])).get(call.id)).toEqual(again);
    expect((await own.page({ ...utc, statuses: ['Changed'], min_silence: 1.25 })).count).toBe(1);
    await own.close();
  });

  it('are unknown of an index that has read no transcript', async () => {
    const { store: own } = await indexWith(new Map());
    const { ranges, histograms } = await own.facets({ ...utc, measures: true });
    expect(ranges.silence).toEqual({ min: null, max: null });
    expect(histograms.silence).toEqual([]);
    expect((await own.page({ ...utc, max_silence: 1000 })).count).toBe(0);
    expect((await own.page({ ...utc, sort_by: 'silence' })).count).toBe(calls.length);
    await own.close();
  });
});
