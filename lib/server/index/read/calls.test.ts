import { expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { textOf } from '@/lib/server/index/engine/sql';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { prepare } from '@/lib/server/index/schema';
import { createIndexStore } from '@/lib/server/index/sql-store';

const NOON = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;

test('pages of a day with more calls than are sorted at once follow each other', async () => {
  const store = await openMemoryIndex();
  // Four calls share each instant; one lies long before and one long after.
  const times = [
    ...Array.from({ length: 24_000 }, (_, n) => NOON + (n >> 2) * 1000),
    0,
    NOON + DAY,
  ];
  const calls = times.map((time, n) =>
    callSchema.parse({
      id: `c${String(n).padStart(5, '0')}`,
      type: 'Inbound',
      status: n % 3 === 0 ? 'Failed' : 'Completed',
      created: new Date(time).toISOString(),
    }),
  );
  await store.keep({ calls, at: '2026-11-22T00:00:00.000Z' });
  const newestFirst = [...calls].sort((a, b) =>
    `${a.created} ${a.id}` < `${b.created} ${b.id}` ? 1 : -1,
  );
  for (const statuses of [undefined, ['Failed']]) {
    const matching = newestFirst.filter(({ status }) => statuses?.includes(status) ?? true);
    for (const sort of ['asc', 'desc'] as const) {
      const expected = sort === 'desc' ? matching : [...matching].reverse();
      for (const offset of [0, 1, 3599, 7000, matching.length - 30, matching.length + 1]) {
        const query = { timezone: 'UTC', sort, offset, limit: 50, ...(statuses && { statuses }) };
        const page = await store.page(query);
        expect(page.count).toBe(matching.length);
        const wanted = expected.slice(offset, offset + 50).map(({ id }) => id);
        expect(page.calls.map(({ id }) => id)).toEqual(wanted);
      }
    }
  }
  await store.close();
});

test('a page is whole also when calls change while it is read', async () => {
  const driver = await openDuckDb({ path: ':memory:' });
  await prepare(driver, 'tests');
  let meanwhile: () => Promise<unknown> = async () => undefined;
  const store = await createIndexStore({
    ...driver,
    asked: (answer) =>
      driver.asked((reader) =>
        answer({
          query: async (question, row) => {
            if (textOf(question).startsWith('SELECT place')) {
              const now = meanwhile;
              meanwhile = async () => undefined;
              await now();
            }
            return reader.query(question, row);
          },
        }),
      ),
  });
  const calls = Array.from({ length: 20 }, (_, n) =>
    callSchema.parse({
      id: `c${n}`,
      type: 'Inbound',
      status: 'Completed',
      created: new Date(NOON - n * DAY).toISOString(),
      duration: 100 - n,
    }),
  );
  await store.keep({ calls, at: '2026-11-22T00:00:00.000Z' });
  const shortened = calls.slice(0, 5).map((call) => ({ ...call, duration: 1 }));
  meanwhile = () => store.keep({ calls: shortened, at: '2026-11-22T00:00:01.000Z' });
  const byDuration = await store.page({ timezone: 'UTC', limit: 10, sort_by: 'duration' });
  expect(byDuration.calls.map(({ id }) => id)).toEqual(calls.slice(5, 15).map(({ id }) => id));
  const gone = calls.slice(0, 3).map(({ id }) => id);
  meanwhile = async () => {
    await store.markAbsent(gone);
    await store.markAbsent(gone);
  };
  const byTime = await store.page({ timezone: 'UTC', limit: 10 });
  expect(byTime.calls.map(({ id }) => id)).toEqual(calls.slice(3, 13).map(({ id }) => id));
  await store.close();
});
