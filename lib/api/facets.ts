import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { conditionsOf } from '@/lib/call/query/filter-keys';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { asked } from './calls';
import { getJson } from './get-json';

/** While the index is still being filled, its counts grow: they are read again every so often. */
const FILLING_MS = 10_000;

/**
 * The counts beside the filters' values; how the list is sorted and paged does not change them. `measures` asks for the
 * histograms of how conversations went as well.
 */
export function facetsQueryOptions(query: CallsQuery, measures = false) {
  const asking = conditionParams(query);
  if (measures) asking.set('measures', 'true');
  const params = asking.toString();
  return queryOptions({
    queryKey: ['facets', params],
    queryFn: ({ signal }) =>
      getJson(`/api/facets?${params}`, (schemas) => schemas.facetsResponseSchema, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data && !state.data.meta.coverage.complete ? FILLING_MS : false,
    ...asked,
  });
}

/** Calls over time, in buckets of `interval` by the clocks of `zone`. */
export function timelineQueryOptions(query: CallsQuery, interval: Interval, zone: string) {
  const params = conditionParams({ ...query, timezone: zone });
  params.set('interval', interval);
  return queryOptions({
    queryKey: ['timeline', params.toString()],
    queryFn: ({ signal }) =>
      getJson(`/api/timeline?${params}`, (schemas) => schemas.timelineResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** The conditions of a query, with the zone whose clocks decide on them. */
function conditionParams(query: CallsQuery): URLSearchParams {
  return callsQueryParams({ ...conditionsOf(query), timezone: query.timezone });
}
