import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AskPart, mergeLists, type Timed } from './merge';

/** Lists in pages of a size, as they are at the moment of each question. */
function paged(lists: readonly (readonly Timed[])[], size: number): AskPart<Timed>[] {
  return lists.map((_, n) => async (page) => {
    const list = lists[n] ?? [];
    const items = list.slice((page - 1) * size, page * size);
    return { items, total: list.length, hasNext: page * size < list.length };
  });
}

const sorts = fc.constantFrom('asc' as const, 'desc' as const);
const someLists = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), {
  maxLength: 5,
});

function ordered(lists: readonly (readonly number[])[], sort: 'asc' | 'desc'): Timed[][] {
  const sign = sort === 'asc' ? 1 : -1;
  return lists.map((times, list) =>
    times
      .toSorted((a, b) => sign * (a - b))
      .map((time, place) => ({ key: `${list} ${place}`, time })),
  );
}

it('is a part of all that there is in order, ties by their list and their place in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      someLists,
      sorts,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(30),
      fc.nat(30),
      async (times, sort, size, offset, limit) => {
        const lists = ordered(times, sort);
        const sign = sort === 'asc' ? 1 : -1;
        // Sorting keeps the order of what is equal.
        const all = lists.flat().toSorted((a, b) => sign * ((a.time ?? 0) - (b.time ?? 0)));
        const merged = await mergeLists(paged(lists, size), { offset, limit, sort });
        expect(merged).toEqual({
          items: all.slice(offset, offset + limit),
          total: all.length,
          hasMore: all.length > offset + limit,
        });
      },
    ),
  );
});

it('misses nothing that stays, and gives nothing twice, while others come and go', async () => {
  const change = fc.record({
    list: fc.nat(2),
    place: fc.nat(20),
    isGone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
      const lists = ordered([times(18), times(13), times(7)], 'desc');
      const everything = lists.flat();
      const gone = new Set<string>();
      const left = [...changes];
      const moving = paged(lists, 4).map(
        (ask): AskPart<Timed> =>
          async (page) => {
            const answer = await ask(page);
            const next = left.shift();
            const list = next && lists[next.list];
            if (next?.isGone) gone.add(list?.splice(next.place, 1)[0]?.key ?? '');
            else list?.unshift({ key: `new ${left.length}`, time: 1_000 });
            return answer;
          },
      );
      const { items } = await mergeLists(moving, { offset: 0, limit: 500, sort: 'desc' });
      const keys = items.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { key } of everything) if (!gone.has(key)) expect(keys).toContain(key);
    }),
  );
});

const times = (count: number) => Array.from({ length: count }, (_, n) => n * 3);

it('stops where a list says for ever that there is more and sends the same', async () => {
  let asked = 0;
  const stuck: AskPart<Timed> = async () => {
    asked += 1;
    return { items: [{ key: 'same', time: 1 }], total: undefined, hasNext: true };
  };
  const merged = await mergeLists([stuck], { offset: 0, limit: 10, sort: 'desc' });
  expect(merged).toMatchObject({ items: [{ key: 'same' }], total: undefined });
  expect(asked).toBeLessThan(5);
});

it('asks for no more pages than it needs', async () => {
  const asked: string[] = [];
  const lists = ordered([times(50), [0]], 'desc');
  const counted = paged(lists, 10).map(
    (ask, list): AskPart<Timed> =>
      (page) => {
        asked.push(`${list} ${page}`);
        return ask(page);
      },
  );
  await mergeLists(counted, { offset: 5, limit: 10, sort: 'desc' });
  expect(asked.toSorted()).toEqual(['0 1', '0 2', '1 1']);
});
