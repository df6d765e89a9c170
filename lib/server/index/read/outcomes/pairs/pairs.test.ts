import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { keyOfPath } from '@/lib/call/query/extracted';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { numbersAt, readAt } from '@/lib/server/index/read/outcomes/calls.test-world';
import type { IndexStore, OutcomePairsAnswer } from '@/lib/server/index/store';

const NOW = Date.UTC(2026, 10, 20, 12);
const utc = { timezone: 'UTC' };

let store: IndexStore;
beforeEach(async () => {
  store = await openMemoryIndex();
});
afterEach(() => store.close());

function aCall(n: number, extraction: Call['extraction']): Call {
  const id = `c${String(n).padStart(5, '0')}`;
  const created = new Date(NOW - n * 60_000).toISOString();
  return { id, created, type: 'Inbound', status: 'Completed', extraction };
}

const keep = (calls: readonly Call[], at = NOW) =>
  store.keep({ calls, at: new Date(at).toISOString() });

const within = (number: number, { min = -Infinity, max = Infinity }) =>
  number >= min && number <= max;

/** The unit that most numbers that name one have, and the others. */
function unitIn(calls: readonly Call[], key: string) {
  const counts = new Map<string, number>();
  for (const { unit, type, number } of calls.flatMap((call) => readAt(call, key)))
    if (type === 'number' && number !== null && unit !== null)
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [most, ...others] = [...counts].sort(
    ([a, m], [b, n]) => n - m || Number(a > b) - Number(a < b),
  );
  return { unit: most?.[0] ?? null, others: others.map(([unit, count]) => ({ unit, count })) };
}

/** Each call's numbers of both keys, as plain JavaScript reads them. */
function model(calls: readonly Call[], x: string, y: string, bounds: { min?: number } = {}) {
  const matching = calls.filter(
    (call) =>
      bounds.min === undefined ||
      readAt(call, x).some(
        ({ type, number }) => type === 'number' && number !== null && within(number, bounds),
      ),
  );
  const unit = (key: string) => {
    const anywhere = unitIn(calls, key);
    // Of one unit it need not be counted on which calls it is.
    return anywhere.others.length === 0 ? anywhere : unitIn(matching, key);
  };
  const [along, up] = [unit(x), unit(y)];
  const both = matching.map((call) => ({
    id: call.id,
    x: numbersAt(call, x, along.unit).filter((each) => within(each, bounds)),
    y: numbersAt(call, y, up.unit),
  }));
  return { matching, along, up, both };
}

function points(both: ReturnType<typeof model>['both']) {
  const found = new Map<string, { x: number; y: number; ids: string[] }>();
  for (const call of both) {
    const own = new Set<string>();
    for (const x of call.x) {
      for (const y of call.y) {
        const name = `${x} ${y}`;
        const point = found.get(name) ?? { x, y, ids: [] };
        found.set(name, point);
        if (!own.has(name)) point.ids.push(call.id);
        own.add(name);
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(({ x, y, ids }) => ({
      x,
      y,
      calls: ids.length,
      id: ids.length === 1 ? (ids[0] ?? null) : null,
    }));
}

/** Two passes over what lies apart from the mean, as the books have it. */
function pearson(both: ReturnType<typeof model>['both']) {
  const single = both.filter(({ x, y }) => x.length === 1 && y.length === 1);
  if (single.length < 10) return null;
  const mean = (of: 'x' | 'y') =>
    single.reduce((sum, each) => sum + Number(each[of][0]), 0) / single.length;
  const apart = { x: mean('x'), y: mean('y') };
  const sum = (a: 'x' | 'y', b: 'x' | 'y') =>
    single.reduce(
      (all, each) => all + (Number(each[a][0]) - apart[a]) * (Number(each[b][0]) - apart[b]),
      0,
    );
  const spread = Math.sqrt(sum('x', 'x') * sum('y', 'y'));
  if (spread === 0) return null;
  return { method: 'pearson', r: expect.closeTo(sum('x', 'y') / spread, 6), calls: single.length };
}

const name = fc.constantFrom('rate', 'a.b', 'c,d', 'e%2Ef', '__proto__', '🚚', "' OR 1=1 --");
const written = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom<unknown>(
    null,
    '',
    true,
    'reefer',
    '2026-11-20',
    '312-555-0140',
    '$5',
    '5 USD',
    '€5',
    '1,250.25',
    0.1,
    -0.3,
    1e-7,
    {},
    '🚚',
  ),
);
const found = fc.oneof({ weight: 3, arbitrary: written }, fc.array(written, { maxLength: 3 }));

describe('two keys against each other', () => {
  it('are told as plain JavaScript tells them, and each point finds its calls', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
        fc.array(fc.tuple(found, found), { minLength: 24, maxLength: 24 }),
        fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
        async ([a = '', b = ''], values, min) => {
          round += 1;
          // As JSON has it: `__proto__` is a key like any other.
          const calls = values.map(([one, other], n) =>
            aCall(
              n,
              Object.fromEntries([
                [a, one],
                [b, other],
              ]),
            ),
          );
          await keep(calls, NOW + round);
          const [field, against] = [keyOfPath([a]), keyOfPath([b])];
          const query = { ...utc, ...(min !== undefined && { [`min_x.${field}`]: min }) };
          const told = await store.outcomePairs({ ...query, field, against });
          const { matching, along, up, both } = model(calls, field, against, { min });
          expect(told).toEqual({
            calls: matching.length,
            filled: both.filter(({ x, y }) => x.length > 0 && y.length > 0).length,
            x: {
              unit: along.unit,
              other_units: along.others,
              filled: both.filter(({ x }) => x.length > 0).length,
            },
            y: {
              unit: up.unit,
              other_units: up.others,
              filled: both.filter(({ y }) => y.length > 0).length,
            },
            points: points(both),
            cells: null,
            correlation: pearson(both),
            range: { from: null, to: null },
          });
          if (along.others.length + up.others.length > 0) return;
          for (const { x, y, calls: count } of told.points?.slice(0, 4) ?? [])
            expect(await countWithin(query, { field, against }, at(x), at(y))).toBe(count);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);

  it('are cells where there are too many points, each of which finds as many calls', async () => {
    const calls = fc
      .sample(fc.tuple(spread, spread), { numRuns: 5300, seed: 17 })
      .map(([rate, miles], n) => aCall(n, { rate, lane: { miles } }));
    await keep(calls);
    const keys = { field: 'rate', against: 'lane.miles' };
    const told = await store.outcomePairs({ ...utc, ...keys });
    const { both } = model(calls, keys.field, keys.against);
    expect(points(both).length).toBeGreaterThan(5000);
    expect(told.points).toBeNull();
    expect(told.correlation).toEqual(pearson(both));
    const { x, y, counts } = cellsOf(told);
    expect(x.length * y.length).toBeGreaterThan(300);
    // Nothing lies between two bins, and nothing in two.
    for (const bins of [x, y])
      for (const [place, { max }] of bins.slice(0, -1).entries())
        expect(Math.round((bins[place + 1]?.min ?? 0) * 1e6) - Math.round(max * 1e6)).toBe(1);
    const expected = x.flatMap((along, i) =>
      y.flatMap((up, j) => {
        const inside = both.filter(
          (call) =>
            call.x.some((each) => within(each, along)) && call.y.some((each) => within(each, up)),
        );
        return inside.length === 0 ? [] : [{ x: i, y: j, calls: inside.length }];
      }),
    );
    expect(counts).toEqual(expected);
    for (const cell of counts.filter((_, place) => place % 40 === 0))
      expect(await countWithin(utc, keys, x[cell.x], y[cell.y])).toBe(cell.calls);
    // Within bounds that were asked for they are those of the numbers that lie there.
    const asked = { ...utc, 'min_x.rate': -100 };
    const narrowed = await store.outcomePairs({ ...asked, ...keys });
    expect(narrowed.points ?? cellsOf(narrowed).x).toSatisfy(
      (each: { x?: number; max?: number }[]) => each.every(({ x, max }) => (x ?? max ?? 0) >= -100),
    );
  }, 120_000);

  it('know nothing of keys that no call has, and of no calls', async () => {
    await keep([aCall(1, { rate: 5 })]);
    const told = await store.outcomePairs({ ...utc, field: 'rate', against: 'nothing' });
    expect(told).toMatchObject({ calls: 1, filled: 0, points: [], cells: null, correlation: null });
    expect([told.x.filled, told.y.filled]).toEqual([1, 0]);
  });

  it('have no correlation where one never changes', async () => {
    await keep(Array.from({ length: 30 }, (_, n) => aCall(n, { rate: 5, miles: n })));
    const told = await store.outcomePairs({ ...utc, field: 'rate', against: 'miles' });
    expect([told.filled, told.correlation]).toEqual([30, null]);
  });
});

/** Many distinct numbers, some on an edge, some far off, and lists. */
const one = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: -200_000, max: 200_000 }).map((each) => each / 100) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 20 }).map((each) => each * 100) },
  fc.constantFrom(-1_000_000, 1_000_000.000001, 2_000_000_000, 199.999999),
);
const spread = fc.oneof(
  { weight: 20, arbitrary: one },
  fc.array(one, { minLength: 1, maxLength: 3 }),
);

const at = (number: number) => ({ min: number, max: number });

function cellsOf({ cells }: OutcomePairsAnswer) {
  if (cells === null) throw new Error('There are no cells.');
  return cells;
}

type Bounds = { min: number; max: number } | undefined;

async function countWithin(
  query: typeof utc,
  { field, against }: { field: string; against: string },
  x: Bounds,
  y: Bounds,
) {
  const bounds = {
    [`min_x.${field}`]: x?.min,
    [`max_x.${field}`]: x?.max,
    [`min_x.${against}`]: y?.min,
    [`max_x.${against}`]: y?.max,
  };
  return (await store.page({ ...query, ...bounds, limit: 1 })).count;
}
