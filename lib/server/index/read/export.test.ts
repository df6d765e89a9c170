import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexQuery, IndexStore } from '@/lib/server/index/store';

const NOW = Date.parse('2026-11-22T20:00:00Z');
const AT = new Date(NOW).toISOString();
const EVERYTHING: IndexQuery = { timezone: 'America/Chicago' };

let store: IndexStore;
beforeEach(async () => {
  store = await openMemoryIndex();
});
afterEach(() => store.close());

async function idsOf(batches: AsyncIterable<Iterable<{ id: string }>>): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of batches) ids.push(...Array.from(batch, ({ id }) => id));
  return ids;
}

/** So many plain calls, newest first: more than two pieces, which are read ahead. */
const COUNT = 9000;

describe('an export', () => {
  const calls = Array.from({ length: COUNT }, (_, index): Call => {
    const id = `d${index.toString(16).padStart(23, '0')}`;
    const created = new Date(NOW - index * 1_100_000).toISOString();
    return { id, created, type: 'Inbound', status: 'Busy', costs: { total_costs: index % 5 } };
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    await store.keep({ calls, at: AT });
    const before = await idsOf(store.export(EVERYTHING));
    const ids: string[] = [];
    for await (const batch of store.export(EVERYTHING)) {
      if (ids.length === 0) {
        const fresh = calls.slice(0, 3000).map((call, index) => {
          const id = `f${index.toString(16).padStart(23, '0')}`;
          return { ...call, id, created: new Date(NOW - index * 40_000_000).toISOString() };
        });
        const changed = calls.slice(2000, 7000).map((call) => ({ ...call, status: 'Changed' }));
        const gone = calls.slice(5000).map(({ id }) => id);
        await store.keep({ calls: [...fresh, ...changed], at: new Date(NOW + 1000).toISOString() });
        await store.markAbsent(gone);
        await store.markAbsent(gone);
      }
      for (const { id, status } of batch) {
        expect(status).not.toBe('Changed');
        ids.push(id);
      }
    }
    expect(ids).toEqual(before);
    expect(new Set(ids).size).toBe(COUNT);
    expect((await idsOf(store.export(EVERYTHING))).length).toBe(8000);
  });

  it('has every call once and in order, also where one quarter of an hour holds very many', async () => {
    const crowded = calls.slice(0, 4000).concat(
      Array.from({ length: 9000 }, (_, index): Call => {
        const id = `e${index.toString(16).padStart(23, '0')}`;
        const created = new Date(NOW - 86_400_000 + (index % 800_000)).toISOString();
        return { id, created, type: 'Inbound', status: 'Busy', costs: { total_costs: index % 7 } };
      }),
    );
    for (let start = 0; start < crowded.length; start += 3000)
      await store.keep({ calls: crowded.slice(start, start + 3000), at: AT });
    for (const sort of ['asc', 'desc'] as const) {
      const direction = sort === 'asc' ? 1 : -1;
      const expected = crowded
        .toSorted(
          (a, b) =>
            direction * (Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1)),
        )
        .map(({ id }) => id);
      expect(await idsOf(store.export({ ...EVERYTHING, sort }))).toEqual(expected);
    }
    const byCost = { ...EVERYTHING, sort_by: 'total_cost' as const };
    const pages = await Promise.all(
      [0, 2000, 8000, 12_000].map((offset) => store.page({ ...byCost, offset, limit: 1000 })),
    );
    const ids = await idsOf(store.export(byCost));
    expect(new Set(ids).size).toBe(crowded.length);
    for (const [index, offset] of [0, 2000, 8000, 12_000].entries())
      expect(ids.slice(offset, offset + 1000)).toEqual(pages[index]?.calls.map(({ id }) => id));
  });

  it('can be left, and ends when it is aborted', async () => {
    await store.keep({ calls: calls.slice(0, 5000), at: AT });
    for await (const _ of store.export(EVERYTHING)) break;
    const aborting = new AbortController();
    const read = async () => {
      for await (const _ of store.export(EVERYTHING, aborting.signal)) aborting.abort();
    };
    await expect(read()).rejects.toThrow(/abort/i);
    expect(await idsOf(store.export(EVERYTHING))).toHaveLength(5000);
  });
});
