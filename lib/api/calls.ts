import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { getJson } from './get-json';

/**
 * One page of calls. It is fetched when the query changes or on request only: rows never move by themselves
 * under the person who reads them.
 */
export function callsQueryOptions(query: CallsQuery) {
  const params = callsQueryParams(query).toString();
  return queryOptions({
    queryKey: ['calls', 'list', params],
    queryFn: ({ signal }) =>
      getJson(`/api/calls?${params}`, (schemas) => schemas.callsResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** Another look at a page that is on screen since `asOf`, apart from it: what is found waits to be asked for. */
export function newCallsQueryOptions(query: CallsQuery, asOf: string) {
  const params = callsQueryParams(query).toString();
  return queryOptions({
    queryKey: ['calls', 'look', params, asOf],
    queryFn: ({ signal }) =>
      getJson(`/api/calls?${params}`, (schemas) => schemas.callsResponseSchema, signal),
    ...asked,
  });
}

/** One whole call. */
export function callQueryOptions(id: string) {
  return queryOptions({
    queryKey: ['calls', 'one', id],
    queryFn: ({ signal }) =>
      getJson(
        `/api/calls/${encodeURIComponent(id)}`,
        (schemas) => schemas.callResponseSchema,
        signal,
      ),
    ...asked,
  });
}

/** A failure that came with the page, or a moment ago, is not asked about again by merely being drawn. */
const FRESH_FAILURE_MS = 10_000;

/**
 * The server has tried several times already, and a failure waits for the person to say "Try again". Callscope may
 * run on this very machine, so being offline is no reason not to ask it.
 */
export const asked = {
  networkMode: 'always',
  staleTime: 30_000,
  gcTime: 30 * 60_000,
  retry: false,
  retryOnMount: ({ state }: { state: { errorUpdatedAt: number } }) =>
    Date.now() - state.errorUpdatedAt > FRESH_FAILURE_MS,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
