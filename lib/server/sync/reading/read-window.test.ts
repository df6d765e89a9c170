import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { toIso } from '@/lib/call/values/instant-bounds';
import {
  aCall,
  createFakeClock,
  createFakeSource,
  NOW,
  someCalls,
} from '@/lib/server/sync/fake.test-world';
import { goodManners } from './manners';
import { readWindow } from './read-window';
import type { Ask, Piece, Window } from './reading';

const OPEN: Window = { from: null, to: null };

function setUp(calls: Call[], limit: number) {
  const source = createFakeSource(createFakeClock(), calls);
  const ask: Ask = async ({ from, to }, offset, wanted) => {
    const bounds = { from: from === null ? null : toIso(from), to: to === null ? null : toIso(to) };
    const most = Math.min(limit, wanted ?? limit);
    const page = await source.page(
      { ...bounds, offset, limit: most },
      new AbortController().signal,
    );
    return { ...page, at: 0, limit: most };
  };
  return { source, ask };
}

async function read(ask: Ask, window = OPEN, most = 1_000) {
  const pieces: Piece[] = [];
  const manners = goodManners();
  for await (const piece of readWindow(ask, window, manners)) {
    pieces.push(piece);
    if (pieces.length > most) throw new Error('It reads on and on');
  }
  return {
    pieces,
    manners,
    ids: new Set(pieces.flatMap(({ calls }) => calls.map(({ id }) => id))),
  };
}

const allOf = (calls: readonly Call[]) => new Set(calls.map(({ id }) => id));

describe('ties', () => {
  it('600 calls of one second at the border of a page are all read', async () => {
    const second = NOW - 3_600_000;
    const calls = [
      ...Array.from({ length: 1_900 }, (_, n) => aCall(n, second + 1_000 + n)),
      ...Array.from({ length: 600 }, (_, n) => aCall(5_000 + n, second + (n % 1_000))),
      ...Array.from({ length: 100 }, (_, n) => aCall(9_000 + n, second - 1 - n)),
    ];
    const { source, ask } = setUp(calls, 2_000);
    expect((await read(ask)).ids).toEqual(allOf(calls));
    // The third is to see that nothing follows.
    expect(source.queries.map(({ limit }) => limit)).toEqual([2_000, 2_000, 20]);
  });

  it.each([600, 1_999, 2_000, 2_001, 4_500])(
    '%i calls of one instant are all read',
    async (size) => {
      const calls = [
        ...Array.from({ length: 1_500 }, (_, n) => aCall(n, NOW + 1 + n)),
        ...Array.from({ length: size }, (_, n) => aCall(10_000 + n, NOW)),
        ...Array.from({ length: 1_500 }, (_, n) => aCall(50_000 + n, NOW - 1 - n)),
      ];
      const { source, ask } = setUp(calls, 2_000);
      const { ids, pieces } = await read(ask);
      expect(ids).toEqual(allOf(calls));
      expect(pieces.every(({ sure }) => sure)).toBe(true);
      expect(source.queries.length).toBeLessThan(12);
    },
  );

  it('are all read when their order is another each time', async () => {
    const calls = Array.from({ length: 500 }, (_, n) => aCall(n, NOW));
    const { source, ask } = setUp(calls, 200);
    let seed = 1;
    source.before = () => {
      seed += 1;
      const rank = new Map(
        calls.map(({ id }, n) => [id, (n * 7_919 * seed + seed * 104_729) % 503]),
      );
      source.tieBreak = (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0);
    };
    expect((await read(ask)).ids).toEqual(allOf(calls));
  });

  it('that vanish while they are read take none with them', async () => {
    const calls = Array.from({ length: 500 }, (_, n) => aCall(n, NOW));
    const { source, ask } = setUp(calls, 200);
    source.before = (number) => {
      if (number === 3)
        source.calls = source.calls.filter(({ id }) => Number.parseInt(id, 16) < 350);
    };
    const { ids, pieces } = await read(ask);
    for (const { id } of source.calls) expect(ids).toContain(id);
    expect(pieces.at(-1)?.sure).toBe(true);
  });

  it('below a millisecond neither stop it nor are skipped', async () => {
    const calls = Array.from({ length: 90 }, (_, n) =>
      aCall(n, `2026-11-24T11:59:59.99${Math.floor(n / 45)}${String(n * 11).padStart(3, '0')}Z`),
    );
    for (const limit of [7, 30, 45, 89]) {
      expect((await read(setUp(calls, limit).ask)).ids).toEqual(allOf(calls));
    }
  });
});

describe('an upstream that contradicts what was asked', () => {
  it('ignores the range: everything is read by offset', async () => {
    const calls = someCalls(300);
    const { source, ask } = setUp(calls, 100);
    const deaf: Ask = (_, offset, limit) => ask(OPEN, offset, limit);
    const { ids, pieces, manners } = await read(deaf);
    expect(ids).toEqual(allOf(calls));
    expect(pieces.at(-1)).toMatchObject({ sure: true, rest: null });
    expect(manners.ends).toBe(false);
    expect(source.queries.length).toBeLessThan(10);
  });

  it('sends the oldest first: everything is read by offset', async () => {
    const calls = someCalls(300).reverse();
    const ask: Ask = async (_, offset) => ({
      calls: calls.slice(offset, offset + 100),
      rejected: [],
      count: 300,
      at: 0,
      limit: 100,
    });
    const { ids, manners } = await read(ask);
    expect(ids).toEqual(allOf(calls));
    expect(manners.ordered).toBe(false);
  });

  it('sends the first page whatever it is asked: an error, and no loop', async () => {
    const calls = someCalls(300).slice(0, 100);
    let asked = 0;
    const ask: Ask = async () => {
      asked += 1;
      return { calls, rejected: [], count: 300, at: 0, limit: 100 };
    };
    await expect(read(ask)).rejects.toMatchObject({ code: 'upstream_ignores_paging' });
    expect(asked).toBeLessThan(6);
  });

  it('sends nothing of what it counts', async () => {
    const ask: Ask = async () => ({ calls: [], rejected: [], count: 300, at: 0, limit: 100 });
    await expect(read(ask)).rejects.toMatchObject({ code: 'upstream_invalid_response' });
  });

  it('leaves a hole for a while: what must come again does not, so that all is read by offset', async () => {
    const calls = someCalls(600);
    const { source, ask } = setUp(calls, 100);
    source.before = (_, { to }) => {
      source.calls = to === null ? calls : calls.slice(400);
    };
    const { ids } = await read(ask);
    expect(ids).toEqual(allOf(calls));
  });
});

it('calls of one minute may come in another order than that of time', async () => {
  const calls = someCalls(400, 500);
  const { source, ask } = setUp(calls, 100);
  const page = source.page;
  source.page = async (query, signal) => {
    // Sorted by whole ten seconds only.
    const answer = await page({ ...query, limit: 10_000, offset: 0 }, signal);
    const rough = ({ created }: Call) => Math.floor(Date.parse(created) / 10_000);
    const sorted = [...answer.calls].sort((a, b) => rough(b) - rough(a) || (a.id < b.id ? 1 : -1));
    return { ...answer, calls: sorted.slice(query.offset, query.offset + query.limit) };
  };
  expect((await read(ask)).ids).toEqual(allOf(calls));
});

it('reads what is there from beginning to end, whatever comes, goes and changes places meanwhile', async () => {
  const change = fc.record({
    at: fc.nat({ max: 12 }),
    kind: fc.constantFrom('insert', 'delete', 'touch'),
    where: fc.nat({ max: 400 }),
    ms: fc.nat({ max: 60 }),
  });
  const scenario = fc.record({
    times: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 200 }),
    limit: fc.integer({ min: 3, max: 60 }),
    changes: fc.array(change, { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ times, limit, changes }) => {
      const calls = times.map((ms, n) => aCall(n, NOW - ms));
      const { source, ask } = setUp([...calls], limit);
      let fresh = 10_000;
      source.before = (number) => {
        for (const { kind, where, ms } of changes.filter(({ at }) => at === number)) {
          const index = where % Math.max(1, source.calls.length);
          if (kind === 'delete') source.calls.splice(index, 1);
          else if (kind === 'insert') source.calls.splice(index, 0, aCall(fresh++, NOW - ms));
          else source.tieBreak = (a, b) => (a.id < b.id ? -1 : 1);
        }
      };
      const { ids } = await read(ask);
      const stayed = source.calls.filter(({ id }) => Number.parseInt(id, 16) < 10_000);
      for (const { id } of stayed) expect(ids).toContain(id);
    }),
    { numRuns: 300 },
  );
});
