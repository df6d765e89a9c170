import { LRUCache } from 'lru-cache';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { ListOptions, UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import type { UpstreamRequest } from '@/lib/server/upstream/transport/upstream-request';
import { effectiveLimit, upstreamParameters } from './mapping';
import type { PageLimit } from './page-limit';
import type { Paging } from './paging';
import { type EchoedPage, readPage } from './records';

type Parts = {
  paging: Paging;
  pageLimit: PageLimit;
  get: (
    asked: UpstreamRequest,
    operation: Operation,
    background?: boolean,
  ) => Promise<Record<string, unknown>>;
};

/** Reads a page of calls, of several pages of HappyRobot's where those are smaller. */
export type ReadList = (
  query: UpstreamQuery,
  options: ListOptions,
  operation: Operation,
) => Promise<UpstreamPage>;

/** How a list begins is remembered for so many questions, and for a minute: new calls push the others down. */
const BEGINNINGS = { max: 100, ttl: 60_000 };
/** So many calls in a row are no coincidence. */
const FEWEST_ALIKE = 3;

export function createLists({ paging, pageLimit, get }: Parts): ReadList {
  const beginnings = new LRUCache<string, readonly string[]>(BEGINNINGS);

  /** Whether a later page is the first one again, whatever it says of itself. */
  function isBeginning(
    { offset = 0, limit: _, ...question }: UpstreamQuery,
    { calls }: EchoedPage,
  ) {
    const key = JSON.stringify(question);
    const ids = calls.map(({ id }) => id);
    if (offset === 0) beginnings.set(key, ids);
    const first = offset === 0 ? [] : (beginnings.get(key) ?? []);
    const alike = Math.min(first.length, ids.length);
    return alike >= FEWEST_ALIKE && ids.slice(0, alike).every((id, n) => id === first[n]);
  }

  function readOne(
    query: UpstreamQuery,
    { whole, background }: ListOptions,
    operation: Operation,
  ): Promise<EchoedPage> {
    const { offset = 0 } = query;
    return pageLimit.read(effectiveLimit(query), (limit) =>
      paging.read({ offset, limit }, async ({ skip, ...part }) => {
        const parameters = upstreamParameters({ ...query, ...part }, skip);
        const asked: UpstreamRequest = { subject: 'list', path: '/calls', parameters };
        return readPage(await get(asked, operation, background), { whole, part });
      }),
    );
  }

  return async (query, options, operation) => {
    const { offset = 0 } = query;
    const limit = effectiveLimit(query);
    const page = await readOne(query, options, operation);
    const read = { ...page, offset, limit: page.limit ?? limit };
    // Who reads everything goes on from wherever a page ended.
    if (options.background) return read;
    if (isBeginning(query, page)) throw repeated(offset);
    let last: EchoedPage = page;
    while (isCutShort(read, last, limit)) {
      const next = { ...query, offset: offset + sizeOf(read), limit: limit - sizeOf(read) };
      const more = await readOne(next, options, operation).catch(nothingFollows);
      if (more === undefined) return { ...read, limit: sizeOf(read) };
      const known = new Set(read.calls.map(({ id }) => id));
      const fresh = more.calls.filter(({ id }) => !known.has(id));
      // Whoever sends the same calls again has no others, or would send them for ever.
      if (sizeOf(more) > 0 && fresh.length === 0) return { ...read, limit: sizeOf(read) };
      read.calls = [...read.calls, ...fresh];
      read.invalid = [...read.invalid, ...more.invalid];
      read.limit = limit;
      read.count = more.count;
      if (sizeOf(more) === 0) break;
      last = more;
    }
    return read;
  };

  /** Whether HappyRobot gave fewer calls than it was asked for because it gives no more at once. */
  function isCutShort(read: UpstreamPage, last: EchoedPage, limit: number): boolean {
    const size = sizeOf(read);
    if (size === 0 || size >= limit || read.offset + size >= read.count) return false;
    const asked = Math.min(limit, pageLimit.largest());
    return asked < limit || last.limit === undefined || last.limit < limit;
  }
}

function repeated(offset: number): CallscopeError {
  return new CallscopeError(
    'upstream_ignores_paging',
    `HappyRobot was asked for the calls from number ${offset + 1} on and sent the first ones again.`,
  );
}

function sizeOf({ calls, invalid }: Pick<EchoedPage, 'calls' | 'invalid'>): number {
  return calls.length + invalid.length;
}

/** Where no second page can be had, the first is as far as it goes; its `limit` says so. */
function nothingFollows(error: unknown): undefined {
  if (isCallscopeError(error) && error.code === 'upstream_ignores_paging') return;
  throw error;
}
