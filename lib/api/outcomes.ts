import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import {
  type OutcomeFieldsQuery,
  type OutcomePairsQuery,
  type OutcomesQuery,
  type OutcomeValuesQuery,
  outcomeFieldsCodecs,
  outcomePairsCodecs,
  outcomesCodecs,
  outcomeValuesCodecs,
} from '@/lib/call/query/routes/outcomes-query';
import { asked } from './calls';
import { getJson } from './get-json';

/** What the calls that match came to, over time and by group. */
export function outcomesQueryOptions({ successes, ...query }: OutcomesQuery) {
  const params = cutParams(query);
  if (successes?.length) params.set('successes', outcomesCodecs.successes.encode(successes));
  return queryOptions({
    queryKey: ['outcomes', params.toString()],
    queryFn: ({ signal }) =>
      getJson(`/api/outcomes?${params}`, (schemas) => schemas.outcomesResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** What the numbers under a key come to. */
export function outcomeValuesQueryOptions({ field, ...query }: OutcomeValuesQuery) {
  const params = cutParams(query);
  params.set('field', outcomeValuesCodecs.field.encode(field));
  return queryOptions({
    queryKey: ['outcomes', 'values', params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/outcomes/values?${params}`,
        (schemas) => schemas.outcomeValuesResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** The numbers under two keys against each other. */
export function outcomePairsQueryOptions({ field, against, ...query }: OutcomePairsQuery) {
  const params = callsQueryParams(query);
  params.set('field', outcomePairsCodecs.field.encode(field));
  params.set('against', outcomePairsCodecs.against.encode(against));
  return queryOptions({
    queryKey: ['outcomes', 'pairs', params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/outcomes/pairs?${params}`,
        (schemas) => schemas.outcomePairsResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** How often each extracted value is filled; of `field` more is told. */
export function outcomeFieldsQueryOptions({ field, ...query }: OutcomeFieldsQuery) {
  const params = callsQueryParams(query);
  if (field !== undefined) params.set('field', outcomeFieldsCodecs.field.encode(field));
  return queryOptions({
    queryKey: ['outcomes', 'fields', params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/outcomes/fields?${params}`,
        (schemas) => schemas.outcomeFieldsResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

type Cut = CallsQuery & Pick<OutcomesQuery, 'interval' | 'group_by' | 'compare'>;

function cutParams({ interval, group_by, compare, ...query }: Cut): URLSearchParams {
  const params = callsQueryParams(query);
  if (interval) params.set('interval', outcomesCodecs.interval.encode(interval));
  if (group_by) params.set('group_by', outcomesCodecs.group_by.encode(group_by));
  if (compare) params.set('compare', outcomesCodecs.compare.encode(compare));
  return params;
}
