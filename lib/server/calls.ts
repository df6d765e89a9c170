import { type CallsQuery, DEFAULT_LIMIT, needsIndex } from '@/lib/call/filters';
import type { IndexMeta } from '@/lib/call/index-responses';
import type { CallResponse, CallsResponse, Meta } from '@/lib/call/responses';
import { rowOf } from '@/lib/call/row';
import type { Asker } from './auth/asker';
import { authorise } from './auth/authorise';
import type { IndexStore } from './index/store';
import { indexQueryOf } from './index-answers';
import type { IndexHandle } from './index-handle';
import { maskCall, maskMeta } from './masks/answers';
import { refuseNumberQuestion } from './masks/number-questions';
import { shownTo } from './masks/shown';
import { isOutage, type OutageWatch } from './outage';
import type { Upstream, UpstreamQuery } from './upstream/client';
import type { WriteThrough } from './write-through';

/**
 * What the pages and the API ask about calls, each answered as the one who asks may see it. Both methods throw a
 * {@link CallscopeError} when they cannot tell or may not.
 */
export type CallsService = {
  /** One page of the calls that match; relative ranges mean what they mean now, in the query's time zone. */
  listCalls(query: CallsQuery, asker: Asker): Promise<CallsResponse>;
  /** One call with everything about it; the upstream client has left out what is secret. */
  getCall(id: string, asker: Asker): Promise<CallResponse>;
};

type Parts = {
  upstream: Pick<Upstream, 'listCalls' | 'getCall'>;
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  writeThrough: Pick<WriteThrough, 'keep'>;
  outage: Pick<OutageWatch, 'since'>;
  now: () => Date;
};

/**
 * Answers from the upstream; from the index what the upstream cannot be asked, and all that the index knows whole
 * while the upstream is away. `now` is read once for each question.
 */
export function createCallsService({
  upstream,
  index,
  meta,
  writeThrough,
  outage,
  now,
}: Parts): CallsService {
  async function listLive(query: CallsQuery, asked: Date, signal?: AbortSignal) {
    const page = await upstream.listCalls(upstreamQueryOf(query, asked), { signal });
    const { calls, invalid, count, limit, offset } = page;
    writeThrough.keep(calls, invalid, asked.toISOString());
    return { calls: calls.map(rowOf), count, limit, offset, meta: live(asked, invalid) };
  }

  async function listIndexed(query: CallsQuery, asked: Date, stale: boolean, signal?: AbortSignal) {
    const store = await index.store();
    const [page, known] = await Promise.all([
      store.page(indexQueryOf(query, asked), signal),
      meta(store),
    ]);
    const { limit = DEFAULT_LIMIT, offset = 0 } = query;
    return {
      ...page,
      limit,
      offset,
      meta: stale ? standingIn(known, asked) : remembered(known, asked),
    };
  }

  /** The upstream is away: since when, and how old is what the index says in its place. */
  function standingIn(known: IndexMeta, asked: Date): Meta {
    const away_since = outage.since() ?? asked.toISOString();
    return { ...remembered(known, asked), stale: true, away_since };
  }

  /** What the index can say while the upstream is away; the failure itself where that would be half the truth. */
  async function standIn<T>(
    failure: unknown,
    isKnown: (known: IndexMeta) => boolean,
    ask: (store: IndexStore) => Promise<T | undefined>,
  ): Promise<T> {
    if (!isOutage(failure)) throw failure;
    const store = await index.store().catch(() => undefined);
    if (!store || !isKnown(await meta(store))) throw failure;
    const answer = await ask(store);
    if (answer === undefined) throw failure;
    return answer;
  }

  async function list(query: CallsQuery, signal?: AbortSignal): Promise<CallsResponse> {
    const asked = now();
    if (needsIndex(query)) return listIndexed(query, asked, false, signal);
    try {
      return await listLive(query, asked, signal);
    } catch (error) {
      return standIn(
        error,
        (known) => covers(known, indexQueryOf(query, asked).from),
        () => listIndexed(query, asked, true, signal),
      );
    }
  }

  async function whole(id: string, signal?: AbortSignal): Promise<CallResponse> {
    const asked = now();
    try {
      const call = await upstream.getCall(id, { signal });
      writeThrough.keep([call], [], asked.toISOString());
      return { ...call, meta: live(asked, []) };
    } catch (error) {
      return standIn(
        error,
        () => true,
        async (store) => {
          const call = await store.call(id, signal);
          return call && { ...call, meta: standingIn(await meta(store), asked) };
        },
      );
    }
  }

  return {
    async listCalls(query, { who, signal }) {
      authorise(who, 'read');
      refuseNumberQuestion(who, query);
      return shownTo(who, await list(query, signal), ({ calls, meta, ...page }) => ({
        ...page,
        calls: calls.map(maskCall),
        meta: maskMeta(meta),
      }));
    },
    async getCall(id, { who, signal }) {
      authorise(who, 'read');
      return shownTo(who, await whole(id, signal), ({ meta, ...call }) => ({
        ...maskCall(call),
        meta: maskMeta(meta),
      }));
    },
  };
}

/** The question in the upstream's words: what only the index understands is not in it, or {@link needsIndex}. */
function upstreamQueryOf(query: CallsQuery, now: Date): UpstreamQuery {
  const { from, to } = indexQueryOf(query, now);
  const { type, statuses, tags, models, ratings, use_cases, campaigns } = query;
  const { search, transfer_contact_email, sort, limit = DEFAULT_LIMIT, offset } = query;
  return {
    type,
    statuses,
    tags,
    models,
    ratings,
    use_cases,
    campaigns,
    from,
    to,
    search,
    transfer_contact_email,
    sort,
    limit,
    offset,
  };
}

/** Whether the index knows every call from an instant on; without one, every call there is. */
function covers({ coverage }: IndexMeta, from: string | undefined): boolean {
  if (coverage.complete) return true;
  if (from === undefined || coverage.from === null) return false;
  return Date.parse(from) >= Date.parse(coverage.from);
}

function remembered({ as_of }: IndexMeta, asked: Date): Meta {
  return { source: 'index', stale: false, as_of: as_of ?? asked.toISOString(), invalid: [] };
}

function live(asked: Date, invalid: Meta['invalid']): Meta {
  return { source: 'live', stale: false, as_of: asked.toISOString(), invalid };
}
