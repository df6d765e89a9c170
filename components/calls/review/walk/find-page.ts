import type { CallsResponse } from '@/lib/call/answers/responses';

type Paging = { limit: number; readPage: (offset: number) => Promise<CallsResponse | undefined> };

/**
 * The offset of the page that holds a call, whose place in the list is known as it was a moment ago: calls that came
 * in since have moved it on by a page at most, others that went back by one. Null where it is on none of them.
 */
export async function findPage(
  id: string,
  place: number,
  { limit, readPage }: Paging,
): Promise<number | null> {
  const likely = Math.floor(place / limit) * limit;
  for (const offset of [likely, likely + limit, likely - limit]) {
    if (offset < 0) continue;
    const page = await readPage(offset);
    if (page?.calls.some((call) => call.id === id)) return offset;
    if (page === undefined) return null;
  }
  return null;
}
