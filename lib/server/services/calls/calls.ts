import { may } from '@/lib/auth/roles';
import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type { CallResponse, CallsResponse, Meta } from '@/lib/call/answers/responses';
import type { Call } from '@/lib/call/call';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import { oddCallsOf } from '@/lib/call/odd/odd';
import { type CallsQuery, DEFAULT_LIMIT } from '@/lib/call/query/filters';
import { needsIndex } from '@/lib/call/query/needs-index';
import { isReadOtherwise, searchTerms } from '@/lib/call/query/search';
import { rowOf } from '@/lib/call/row';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { CallPage, IndexStore } from '@/lib/server/index/store';
import { maskMeta } from '@/lib/server/services/redaction/answers';
import { type CallMasks, callMasks } from '@/lib/server/services/redaction/calls';
import { refuseNumberQuestion } from '@/lib/server/services/redaction/numbers/number-questions';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { VerifiedLists } from '@/lib/server/services/verified-lists/verified-lists';
import type { Upstream, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { indexQueryOf } from './asking';
import { isOutage, isWrongAnswer, type OutageWatch } from './outage';
import { saidOn, searchedIn } from './said';
import type { WriteThrough } from './write-through';

/**
 * What the pages and the API ask about calls, each answered as the one who asks may see it. Both methods throw a
 * {@link CallscopeError} when they cannot tell or may not.
 */
export type CallsService = {
  /** One page of the calls that match; relative ranges mean what they mean now, in the query's time zone. */
  listCalls(query: CallsQuery, principal: Principal): Promise<CallsResponse>;
  /** One call with everything about it; the upstream client has left out what is secret. */
  getCall(id: string, principal: Principal): Promise<CallResponse>;
};

type Parts = {
  lists: VerifiedLists;
  upstream: Pick<Upstream, 'getCall' | 'can'>;
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  writeThrough: Pick<WriteThrough, 'keep'>;
  outage: Pick<OutageWatch, 'since'>;
  now: () => Date;
  /** How calls are shown to who may not see numbers. */
  masks?: CallMasks;
};

/**
 * Answers from the upstream; from the index what the upstream cannot be asked or does not answer right, and all that
 * the index knows whole while the upstream is away. `now` is read once for each question.
 */
export function createCallsService({
  lists,
  upstream,
  index,
  meta,
  writeThrough,
  outage,
  now,
  masks = callMasks(),
}: Parts): CallsService {
  async function listLive(query: CallsQuery, asked: Date, signal?: AbortSignal) {
    const { page, isLoose } = await lists.page(upstreamQueryOf(query, asked), signal);
    const { calls, invalid, count, limit, offset } = page;
    writeThrough.keep(calls, invalid, asked.toISOString());
    const answer: CallsResponse = {
      calls: calls.map(rowOf),
      count,
      limit,
      offset,
      meta: live(asked, invalid, calls),
    };
    if (!isLoose) return answer;
    const untidy = new CallscopeError('upstream_ignores_filter', UNTIDY);
    return listInstead(untidy, query, asked, signal).catch(() => ({
      ...answer,
      meta: { ...answer.meta, reason: reasonOf(untidy) },
    }));
  }

  async function listIndexed(
    query: CallsQuery,
    asked: Date,
    signal?: AbortSignal,
  ): Promise<Listed> {
    const store = await index.store();
    const told = meta(store);
    const [page, known, searched] = await Promise.all([
      store.page(indexQueryOf(query, asked), signal),
      told,
      searchedIn({ ...query, measures: false }, store, told),
    ]);
    const { limit = DEFAULT_LIMIT, offset = 0 } = query;
    const { calls, count, odd, spoken } = page;
    const kept = { ...remembered(known, asked), odd, ...searched };
    return { calls, count, limit, offset, meta: kept, ...(spoken && { spoken }) };
  }

  /** What the index can say in place of the upstream; the failure itself where that would be half the truth. */
  async function standIn<T extends { meta: Meta }>(
    failure: unknown,
    isKnown: (known: IndexMeta) => boolean,
    ask: (store: IndexStore) => Promise<T | undefined>,
  ): Promise<T> {
    if (!isCallscopeError(failure)) throw failure;
    if (!isOutage(failure) && !isWrongAnswer(failure)) throw failure;
    const store = await index.store().catch(() => undefined);
    if (!store || !isKnown(await meta(store))) throw failure;
    const answer = await ask(store);
    if (answer === undefined) throw failure;
    const why = isOutage(failure)
      ? { stale: true, away_since: outage.since() ?? now().toISOString() }
      : { stale: failure.code !== 'upstream_ignores_filter', reason: reasonOf(failure) };
    return { ...answer, meta: { ...answer.meta, ...why } };
  }

  function listInstead(
    failure: unknown,
    query: CallsQuery,
    asked: Date,
    signal?: AbortSignal,
  ): Promise<CallsResponse> {
    return standIn(
      failure,
      (known) => covers(known, indexQueryOf(query, asked).from),
      () => listIndexed(query, asked, signal),
    );
  }

  /** What was searched for can be written in several ways: only the index knows all, where it knows every call. */
  async function betterSearched(query: CallsQuery, asked: Date, signal?: AbortSignal) {
    const { search } = query;
    if (search === undefined || !isReadOtherwise(search)) return undefined;
    const store = await index.store().catch(() => undefined);
    if (!store || !covers(await meta(store), indexQueryOf(query, asked).from)) return undefined;
    return listIndexed(query, asked, signal);
  }

  async function list(query: CallsQuery, signal?: AbortSignal): Promise<Listed> {
    const asked = now();
    const { filters, sorts } = upstream.can;
    if (needsIndex(query, filters) || !sorts.includes(query.sort ?? 'desc'))
      return listIndexed(query, asked, signal);
    const better = await betterSearched(query, asked, signal);
    if (better) return better;
    try {
      return await listLive(query, asked, signal);
    } catch (error) {
      return listInstead(error, query, asked, signal);
    }
  }

  async function whole(id: string, signal?: AbortSignal): Promise<CallResponse> {
    const asked = now();
    try {
      const call = await upstream.getCall(id, { signal });
      writeThrough.keep([call], [], asked.toISOString());
      return { ...call, meta: live(asked, [], [call]) };
    } catch (error) {
      return standIn(
        error,
        () => true,
        async (store) => {
          const call = await store.call(id, signal);
          if (!call) return undefined;
          const told = remembered(await meta(store), asked);
          return { ...call, meta: { ...told, odd: oddCallsOf([call]) } };
        },
      );
    }
  }

  return {
    async listCalls(query, { who, signal }) {
      authorise(who, 'read');
      refuseNumberQuestion(who, query);
      const { spoken, ...listed } = await list(query, signal);
      const mask = may(who, 'phone_numbers') ? asItIs<string> : masks.spoken;
      const said = spoken && query.said !== undefined && (await saidOn(spoken, query.said, mask));
      const answer: CallsResponse = { ...listed, ...(said && { said }) };
      const shown = shownTo(who, answer, ({ calls, meta, ...page }) => ({
        ...page,
        calls: calls.map(masks.call),
        meta: maskMeta(meta),
      }));
      if (!query.measures) return shown;
      // Where there is no index nothing is known of conversations; the list goes on.
      const store = await index.store().catch(() => undefined);
      const told = may(who, 'phone_numbers') ? asItIs<CallMeasures> : masks.measures;
      return store ? withMeasures(store, shown, told, signal) : shown;
    },
    async getCall(id, { who, signal }) {
      authorise(who, 'read');
      return shownTo(who, await whole(id, signal), ({ meta, ...call }) => ({
        ...masks.call(call),
        meta: maskMeta(meta),
      }));
    },
  };
}

/** Beside each call how its conversation went, as far as its transcript was read. */
async function withMeasures(
  store: IndexStore,
  page: CallsResponse,
  told: (measures: CallMeasures) => CallMeasures,
  signal?: AbortSignal,
): Promise<CallsResponse> {
  const known = await store.measures(
    page.calls.map(({ id }) => id),
    signal,
  );
  const calls = page.calls.map((call) => {
    const measures = known.get(call.id);
    return { ...call, measures: measures && told(measures) };
  });
  return { ...page, calls };
}

/** A page of calls, and what was said on them before anybody has masked it. */
type Listed = Omit<CallsResponse, 'said'> & Pick<CallPage, 'spoken'>;

function asItIs<T>(told: T): T {
  return told;
}

const UNTIDY = 'HappyRobot did not send these calls quite in the order that was asked for.';

function reasonOf({ code, message }: CallscopeError): Meta['reason'] {
  return { code, detail: message };
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
    ...(search !== undefined && { search: searchTerms(search).number ?? search }),
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
  return {
    source: 'index',
    stale: false,
    as_of: as_of ?? asked.toISOString(),
    invalid: [],
    odd: [],
  };
}

function live(asked: Date, invalid: Meta['invalid'], calls: readonly Call[]): Meta {
  const odd = oddCallsOf(calls);
  return { source: 'live', stale: false, as_of: asked.toISOString(), invalid, odd };
}
