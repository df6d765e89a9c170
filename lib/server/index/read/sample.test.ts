import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { NO_VALUE } from '@/lib/call/values/terms';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { sampleOf, useCaseOf } from '@/lib/server/index/model-sample.test-model';
import type { IndexQuery, IndexStore } from '@/lib/server/index/store';

const AT = '2026-11-21T00:00:00Z';
const USE_CASES = ['late', 'booked', '', 'ünique', 'unicode 🚚'];

/** Calls of some use cases; `at` tells sets of calls apart. */
function made(counts: readonly number[], at = 'a'): Call[] {
  return counts.flatMap((count, which) =>
    Array.from({ length: count }, (_, n) =>
      callSchema.parse({
        id: `${at}-${which}-${n}`,
        type: 'Inbound',
        status: n % 3 === 0 ? 'Transferred' : 'Completed',
        created: new Date(Date.UTC(2026, 10, 20) + n * 60_000).toISOString(),
        ...(USE_CASES[which] && { use_case: { id: USE_CASES[which], name: 'x' } }),
      }),
    ),
  );
}

/** What an index gives that has read these pages, in this order. */
async function found(pages: readonly Call[][], questions: readonly Partial<IndexQuery>[]) {
  const store = await openMemoryIndex();
  try {
    for (const calls of pages) await store.keep({ calls, at: AT });
    return await asked(store, questions);
  } finally {
    await store.close();
  }
}

async function asked(store: IndexStore, questions: readonly Partial<IndexQuery>[]) {
  const lists: string[][] = [];
  for (const question of questions) {
    const { calls } = await store.page({ timezone: 'UTC', limit: 2000, ...question });
    lists.push(calls.map(({ id }) => id).sort());
  }
  return lists;
}

const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id).sort();
const countsOfUseCases = fc.array(fc.nat(40), { minLength: 1, maxLength: USE_CASES.length });

test('it is the model’s, and its shares are its parts', async () => {
  await fc.assert(
    fc.asyncProperty(
      countsOfUseCases,
      fc.option(fc.integer({ min: 1, max: 130 }), { nil: undefined }),
      fc.integer({ min: 1, max: 7 }),
      async (counts, sample, of) => {
        const calls = made(counts);
        const parts = Array.from({ length: of }, (_, at) => ({ sample, share: `${at + 1}/${of}` }));
        const [whole = [], ...shares] = await found([calls], [{ sample }, ...parts]);
        expect(whole).toEqual(idsOf(sampleOf(calls, { sample })));
        expect(whole).toHaveLength(Math.min(sample ?? calls.length, calls.length));
        expect(shares.flat().sort()).toEqual(whole);
        const byId = new Map(calls.map((call) => [call.id, call]));
        const sizes = (name?: string) =>
          shares.map(
            (share) =>
              share.filter((id) => {
                const call = byId.get(id);
                return name === undefined || (call && useCaseOf(call) === (name || NO_VALUE));
              }).length,
          );
        for (const some of [sizes(), ...USE_CASES.map(sizes)])
          expect(Math.max(...some) - Math.min(...some)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('each use case has as many seats as is its part, give or take one', async () => {
  const counts = [613, 211, 97, 12, 2];
  const [ids = []] = await found([made(counts)], [{ sample: 100 }]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  counts.forEach((count, which) => {
    const seats = ids.filter((id) => id.startsWith(`a-${which}-`)).length;
    expect(Math.abs(seats - (100 * count) / total)).toBeLessThan(1);
  });
});

test('it is the same in every index, however that was filled, and in every order', async () => {
  const calls = made([15, 9, 4, 2]);
  const questions: Partial<IndexQuery>[] = [
    { sample: 10 },
    { sample: 10, share: '2/3' },
    { share: '3/4', statuses: ['Transferred'] },
  ];
  const one = await found([calls], questions);
  const other = await found(
    [...calls].reverse().map((call) => [call]),
    questions.map((question) => ({ ...question, sort: 'asc', sort_by: 'duration' })),
  );
  expect(other).toEqual(one);
});

test('calls that arrive enter by their own hash only, and those of other ranges not at all', async () => {
  let came = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(60), async (sample, more) => {
      const before = made([80, 40]);
      const fresh = made([more, 0, more], 'b').map((call) => ({
        ...call,
        created: call.created.replace('2026-11', '2026-12'),
      }));
      const ended = { sample, to: '2026-11-30T00:00:00Z' };
      const open = { sample, use_cases: ['late'] };
      const store = await openMemoryIndex();
      onTestFinished(() => store.close());
      await store.keep({ calls: before, at: AT });
      const then = await asked(store, [ended, open]);
      await store.keep({ calls: fresh, at: AT });
      const now = await asked(store, [ended, open]);
      expect(now[0]).toEqual(then[0]);
      const arrived = new Set(idsOf(fresh));
      const entered = now[1]?.filter((id) => !then[1]?.includes(id)) ?? [];
      expect(entered.filter((id) => !arrived.has(id))).toEqual([]);
      came += entered.length;
    }),
    { numRuns: 10 },
  );
  expect(came).toBeGreaterThan(0);
}, 60_000);
