import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExtractionResponse } from '@/lib/call/answers/extraction-responses';
import { conditionsOf } from '@/lib/call/query/filter-keys';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { joinList } from '@/lib/call/values/codec';
import { asked } from './calls';
import { getJson } from './get-json';

/** Keys come seldom once all calls are known: what they are called and how often they are filled is read once in a while. */
const KEYS_MS = 10 * 60_000;

/** Everything that agents found out on the calls of the account, key by key, most often filled first. */
export function extractionQueryOptions() {
  return queryOptions({
    queryKey: ['extraction'],
    queryFn: ({ signal }) =>
      getJson('/api/extraction', (schemas) => schemas.extractionResponseSchema, signal),
    ...asked,
    staleTime: ({ state: { data } }) => (data && isWhole(data) ? KEYS_MS : asked.staleTime),
  });
}

/** Whether the index knows all calls and what was found out on each. */
function isWhole({ meta: { coverage, extracted } }: ExtractionResponse): boolean {
  return coverage.complete && (extracted === undefined || extracted.extracted >= extracted.calls);
}

/** The values of some keys on the matching calls, each counted with all filters but its own. */
export function extractedFacetsQueryOptions(query: CallsQuery, keys: readonly string[]) {
  const params = callsQueryParams({ ...conditionsOf(query), timezone: query.timezone });
  params.set('fields', joinList(keys));
  return queryOptions({
    queryKey: ['facets', 'extraction', params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/facets/extraction?${params}`,
        (schemas) => schemas.extractionFacetsResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}
