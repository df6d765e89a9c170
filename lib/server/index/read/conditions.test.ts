import { expect, test } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';

test('a value that is in thousands of combinations is found in all of them', async () => {
  const store = await openMemoryIndex();
  const calls = Array.from({ length: 3000 }, (_, n) =>
    callSchema.parse({
      id: `c${n}`,
      type: 'Inbound',
      status: 'Completed',
      created: new Date(Date.UTC(2026, 10, 20) + n * 1000).toISOString(),
      metadata: { tags: [...(n % 3 === 0 ? ['vip'] : []), `only ${n}`] },
      viewed_by: n % 2 === 0 ? ['dana@x.example', `p${n}@x.example`] : [],
    }),
  );
  await store.keep({ calls, at: '2026-11-21T00:00:00.000Z' });
  const count = async (query: object) => (await store.page({ timezone: 'UTC', ...query })).count;
  expect(await count({ tags: ['vip'] })).toBe(1000);
  expect(await count({ not_tags: ['vip'] })).toBe(2000);
  expect(await count({ tags: ['vip', 'only 1', 'never seen'] })).toBe(1001);
  expect(await count({ tags: ['vip'], viewed_by: 'Dana@x.example' })).toBe(500);
  expect(await count({ not_viewed_by: 'dana@x.example' })).toBe(1500);
  const { count: all, facets } = await store.facets({ timezone: 'UTC', not_tags: ['vip'] });
  expect(all).toBe(2000);
  expect(facets.tags.find(({ value }) => value === 'vip')?.count).toBe(1000);
  await store.close();
});
