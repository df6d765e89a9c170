import { expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { openMemoryIndex } from './memory.test-index';

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
