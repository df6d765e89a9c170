import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { NextResponse } from '@/lib/call/answers/review-responses';
import { conditionsOf } from '@/lib/call/query/filter-keys';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { asked } from './calls';
import { getJson } from './get-json';

/** The next call of a list that has not been rated by `unratedBy`, an address or `anyone`. */
export function askNext(
  query: CallsQuery,
  after: string | null,
  unratedBy: string,
): Promise<NextResponse> {
  const params = callsQueryParams({ ...query, limit: undefined, offset: undefined });
  if (after !== null) params.set('after', after);
  params.set('unrated_by', unratedBy);
  return getJson(`/api/calls/next?${params}`, (schemas) => schemas.nextResponseSchema);
}

/** Where a call stands in a list, by the index. */
export function placeQueryOptions(query: CallsQuery, id: string) {
  const params = callsQueryParams({ ...query, limit: undefined, offset: undefined });
  return queryOptions({
    queryKey: ['calls', 'place', id, params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/calls/${encodeURIComponent(id)}/place?${params}`,
        (schemas) => schemas.placeResponseSchema,
        signal,
      ),
    ...asked,
  });
}

/** How far people agree who rated the same calls of a list. */
export function agreementQueryOptions(query: CallsQuery) {
  const params = callsQueryParams({
    ...query,
    sort: undefined,
    sort_by: undefined,
    limit: undefined,
    offset: undefined,
  }).toString();
  return queryOptions({
    queryKey: ['review', 'agreement', params],
    queryFn: ({ signal }) =>
      getJson(
        `/api/review/agreement?${params}`,
        (schemas) => schemas.agreementResponseSchema,
        signal,
      ),
    ...asked,
  });
}

/** How far the review of a list has come; "today" is by the clocks of `zone`. */
export function reviewQueryOptions(query: CallsQuery, reviewer: string | null, zone: string) {
  const params = callsQueryParams({ ...conditionsOf(query), timezone: zone });
  if (reviewer !== null) params.set('reviewer', reviewer);
  return queryOptions({
    queryKey: ['review', params.toString()],
    queryFn: ({ signal }) =>
      getJson(`/api/review?${params}`, (schemas) => schemas.reviewResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}
