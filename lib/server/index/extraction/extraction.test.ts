import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { NO_VALUE } from '@/lib/call/values/terms';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexQuery, IndexStore } from '@/lib/server/index/store';
import { keysIn, matchesExtracted, sortedByKey, termsIn, valuesIn } from './model.test-model';

const NOW = Date.UTC(2026, 10, 20, 12);
const utc = { timezone: 'UTC' };
const now = new Date(NOW).toISOString();

let store: IndexStore;
afterEach(() => store.close());

function aCall(n: number, extraction: Call['extraction'], more: Partial<Call> = {}): Call {
  const id = `c${String(n).padStart(3, '0')}`;
  const created = new Date(NOW - Math.floor(n / 2) * 3_600_000).toISOString();
  const use_case = { id: n % 2 === 0 ? 'even' : 'odd', name: n % 2 === 0 ? 'Even' : 'Odd' };
  return {
    id,
    type: 'Inbound',
    status: 'Completed',
    created,
    use_case,
    costs: { total_costs: n },
    extraction,
    ...more,
  };
}

async function keep(calls: readonly Call[], at = NOW) {
  await store.keep({ calls, at: new Date(at).toISOString() });
}

const idsOf = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);

const name = fc.constantFrom(
  'rate',
  'lane',
  'a.b',
  NO_VALUE,
  'c,d',
  'e%2Ef',
  '__proto__',
  'constructor',
  '🚚',
  'مبلغ',
  "' OR 1=1 --",
  '"',
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '  ',
    true,
    false,
    'yes',
    'no',
    0,
    -5,
    1250,
    1e-7,
    9007199254740991,
    {},
    [],
  ),
  fc.constantFrom('1,250', '$1,250.00', '1250 USD', '45k lbs', '007', '312-555-0140', '884213'),
  fc.constantFrom('2026-11-20', '2026-11-20T08:00:00Z', '11/21/2026', 'Nov 22, 2026'),
  fc.constantFrom(
    'reefer',
    'Reefer',
    '(none)',
    '(empty)',
    '\\(none)',
    'a,b',
    'e\u0301',
    '\u00e9',
    '\ud83d',
    '\u0000',
    '🚚',
    "'; DROP TABLE call",
    'x'.repeat(1200),
  ),
  fc.integer({ min: -3, max: 3 }),
);
const value = fc.oneof(
  { weight: 6, arbitrary: leaf },
  fc.array(leaf, { maxLength: 3 }),
  fc.array(fc.dictionary(name, leaf, { maxKeys: 2 }), { maxLength: 2 }),
  fc.dictionary(name, leaf, { maxKeys: 2 }),
);
const entries = fc.uniqueArray(fc.tuple(name, value), { maxLength: 5, selector: ([key]) => key });
/** As JSON has it: `__proto__` is a key like any other. */
const extraction = entries.map((each) => Object.fromEntries(each));

describe('whatever agents find out', () => {
  it('is answered as plain JavaScript answers it, filtered, counted, sorted and grouped', async () => {
    store = await openMemoryIndex();
    let round = 0;
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(extraction, { freq: 8 }), { minLength: 12, maxLength: 12 }),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        async (extractions, pick, picks) => {
          round += 1;
          // What was found out on the same calls before is forgotten.
          const calls = extractions.map((each, n) => aCall(n, each));
          await keep(calls, NOW + round);
          const keys = [...keysIn(calls), 'nobody'];
          const keyAt = (at: number) => keys[at % keys.length] ?? 'nobody';
          const key = keyAt(pick);
          const query = { ...utc, ...questionOf(calls, keyAt, picks) };
          const expected = calls.filter((call) => matchesExtracted(call, query));
          hits += expected.length;
          const { calls: page, count } = await store.page(query);
          expect([count, idsOf(page).sort()]).toEqual([expected.length, idsOf(expected)]);
          expect((await store.facets(query)).count).toBe(expected.length);
          await expectOrder(calls, query, key);
          await expectFacet(calls, query, key);
          await expectReport(expected, query);
          await expectGroups(expected, query, key);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    expect(hits).toBeGreaterThan(20);
  }, 120_000);
});

/** One or two conditions, with values that calls have. */
function questionOf(
  calls: readonly Call[],
  keyAt: (at: number) => string,
  picks: readonly number[],
): Partial<IndexQuery> {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = picks;
  const one = keyAt(b);
  const call = calls[c % calls.length];
  const [term = NO_VALUE] = call ? termsIn(call, one) : [];
  const numbers = calls.flatMap((each) =>
    valuesIn(each, one).flatMap(({ number, type }) => (type === 'number' ? (number ?? []) : [])),
  );
  const bound = numbers[d % Math.max(1, numbers.length)] ?? 0;
  const options: Partial<IndexQuery>[] = [
    {},
    { [`x.${one}`]: [term] },
    { [`x.${one}`]: [term, NO_VALUE] },
    { [`not_x.${one}`]: [term] },
    { [`has_x.${one}`]: d % 2 === 0 },
    { [`min_x.${one}`]: bound },
    { [`min_x.${one}`]: bound, [`max_x.${one}`]: bound + 1 },
    { [`max_x.${one}`]: '2026-11-20', [`has_x.${keyAt(e)}`]: true },
    { [`min_x.${one}`]: '2026-11-20T08:00:00Z' },
    { [`x.${one}`]: [term], [`not_x.${keyAt(e)}`]: ['reefer'] },
  ];
  return options[a % options.length] ?? {};
}

async function expectOrder(calls: readonly Call[], query: IndexQuery, key: string) {
  const matching = calls.filter((call) => matchesExtracted(call, query));
  for (const sort of ['asc', 'desc'] as const) {
    const sorted = { ...query, sort, sort_by: `x.${key}` as const };
    const expected = idsOf(sortedByKey(matching, key, sort));
    const { calls: listed } = await store.page(sorted);
    expect(idsOf(listed)).toEqual(expected);
    const { calls: second } = await store.page({ ...sorted, limit: 3, offset: 2 });
    expect(idsOf(second)).toEqual(expected.slice(2, 5));
    const exported: string[] = [];
    for await (const batch of store.export(sorted)) for (const { id } of batch) exported.push(id);
    expect(exported).toEqual(expected);
    const middle = expected[Math.floor(expected.length / 2)];
    if (middle === undefined) continue;
    const at = expected.indexOf(middle);
    expect(await store.place({ ...sorted, id: middle })).toEqual({
      offset: at,
      count: expected.length,
    });
    const { next } = await store.next({ ...sorted, after: middle, unrated_by: 'anyone' });
    expect(next).toEqual(
      expected[at + 1] === undefined ? null : { id: expected[at + 1], offset: at + 1 },
    );
  }
}

async function expectFacet(calls: readonly Call[], query: IndexQuery, key: string) {
  const matching = calls.filter((call) => matchesExtracted(call, query, key));
  const { fields } = await store.extractionFacets({ ...query, fields: [key] });
  const [facet] = fields;
  if (!facet) throw new Error('a facet is missing');
  const counts = new Map<string, number>();
  for (const call of matching)
    for (const term of termsIn(call, key)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const told = facet.values
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => [value, count] as const);
  expect(new Map(told)).toEqual(counts);
  const filled = matching.filter((call) => valuesIn(call, key).length > 0);
  expect([facet.calls, facet.without]).toEqual([filled.length, matching.length - filled.length]);
  // Each value and each bar leads to as many calls as it tells of.
  const others = Object.fromEntries(
    Object.entries(query).filter(([field]) => !field.endsWith(`x.${key}`)),
  );
  for (const [term, count] of told.slice(0, 3)) {
    const found = await store.page({ ...others, ...utc, [`x.${key}`]: [term] });
    expect([term, found.count]).toEqual([term, count]);
  }
  if (facet.format === 'date' || facet.histogram.some(({ to }) => to > 1e9)) return;
  for (const [at, { from, to, count }] of facet.histogram.entries()) {
    if (count === 0) continue;
    const last = at === facet.histogram.length - 1;
    const bounds = { [`min_x.${key}`]: from, [`max_x.${key}`]: last ? to : to - 1e-6 };
    expect([from, (await store.page({ ...others, ...utc, ...bounds })).count]).toEqual([
      from,
      count,
    ]);
  }
}

async function expectReport(matching: readonly Call[], query: IndexQuery) {
  const { count, fields, more } = await store.extraction(query);
  expect([count, more]).toEqual([matching.length, 0]);
  expect(fields.map(({ key }) => key).sort()).toEqual(keysIn(matching).sort());
  for (const field of fields) {
    const { key, calls, fill_rate, distinct, unit, min, max, median, use_cases, values } = field;
    const filled = matching.filter((call) => valuesIn(call, key).length > 0);
    const all = filled.flatMap((call) => valuesIn(call, key));
    const numbers = all.flatMap((each) =>
      each.type === 'number' && (each.unit === null || each.unit === unit)
        ? (each.number ?? [])
        : [],
    );
    expect([key, calls, fill_rate, distinct]).toEqual([
      key,
      filled.length,
      filled.length / matching.length,
      new Set(all.flatMap(({ text }) => text ?? [])).size,
    ]);
    expect([min, max, median]).toEqual([
      numbers.length === 0 ? null : Math.min(...numbers),
      numbers.length === 0 ? null : Math.max(...numbers),
      numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? null,
    ]);
    for (const { value, count } of values)
      expect(filled.filter((call) => termsIn(call, key).includes(value))).toHaveLength(count);
    expect(use_cases.reduce((sum, each) => sum + each.filled, 0)).toBe(filled.length);
  }
}

async function expectGroups(matching: readonly Call[], query: IndexQuery, key: string) {
  const counts = new Map<string | null, number>();
  for (const call of matching)
    for (const term of termsIn(call, key)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const bare = matching.filter((call) => termsIn(call, key).length === 0).length;
  if (bare > 0) counts.set(null, bare);
  const asked = { ...query, previous: null, now, interval: 'day', group_by: `x.${key}` } as const;
  const costs = await store.costs(asked);
  const broken = await store.breakdown({ ...asked, successes: [] });
  for (const { groups, overlapping } of [costs, broken]) {
    const told = new Map(groups.map(({ key: term, calls }) => [term, calls]));
    if (overlapping && !told.has(null)) told.set(null, counts.get(null) ?? 0);
    if (told.get(null) === 0) told.delete(null);
    expect(told).toEqual(counts);
  }
}
