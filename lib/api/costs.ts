import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { type CallsQuery, keysOf } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { type BreakdownQuery, breakdownCodecs } from '@/lib/call/query/routes/breakdown-query';
import { type CostsQuery, costsCodecs } from '@/lib/call/query/routes/costs-query';
import { asked } from './calls';
import { getJson } from './get-json';

/** Sums, series and groups of the calls that match. What was shown stays until the next answer has come. */
export function costsQueryOptions(query: CostsQuery) {
  const params = costsQueryParams(query).toString();
  return queryOptions({
    queryKey: ['costs', 'sums', params],
    queryFn: ({ signal }) =>
      getJson(`/api/costs?${params}`, (schemas) => schemas.costsResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** What groups of the calls that match come to, now and before. */
export function breakdownQueryOptions(query: BreakdownQuery) {
  const params = breakdownParams(query).toString();
  return queryOptions({
    queryKey: ['costs', 'breakdown', params],
    queryFn: ({ signal }) =>
      getJson(
        `/api/costs/breakdown?${params}`,
        (schemas) => schemas.breakdownResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/**
 * The same for tables of groups: what was shown stays only as long as it is about the same groups and successes, else
 * it would be read as an answer to another question.
 */
export function groupsQueryOptions(query: BreakdownQuery) {
  const subject = subjectOf(breakdownParams(query));
  return {
    ...breakdownQueryOptions(query),
    placeholderData: (
      shown: BreakdownResponse | undefined,
      before?: { queryKey: readonly unknown[] },
    ) =>
      subjectOf(new URLSearchParams(String(before?.queryKey.at(-1)))) === subject
        ? shown
        : undefined,
  };
}

function subjectOf(params: URLSearchParams): string {
  return JSON.stringify([params.get('group_by'), params.get('successes')]);
}

/** When the calls that match are made, and what single ones cost. */
export function patternsQueryOptions(query: CallsQuery) {
  const params = callsQueryParams(query).toString();
  return queryOptions({
    queryKey: ['costs', 'patterns', params],
    queryFn: ({ signal }) =>
      getJson(`/api/costs/patterns?${params}`, (schemas) => schemas.patternsResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** The same where there may be nothing to ask: without a question there is no answer, and no old one in its place. */
export function optionalCostsQueryOptions(query: CostsQuery | null) {
  return { ...costsQueryOptions(query ?? {}), enabled: query !== null, placeholderData: undefined };
}

/** The groups where there may be nothing to ask. */
export function optionalBreakdownQueryOptions(query: BreakdownQuery | null) {
  return {
    ...breakdownQueryOptions(query ?? {}),
    enabled: query !== null,
    placeholderData: undefined,
  };
}

/** How many of the most expensive calls are listed. */
const DEAREST_CALLS = 20;

/** The most expensive of the calls that match. */
export function mostExpensiveCallsQueryOptions(query: CallsQuery) {
  const params = callsQueryParams({
    ...query,
    has_cost: query.has_cost ?? true,
    sort: 'desc',
    sort_by: 'total_cost',
    limit: DEAREST_CALLS,
    offset: undefined,
  }).toString();
  return queryOptions({
    queryKey: ['costs', 'dearest', params],
    queryFn: ({ signal }) =>
      getJson(`/api/calls?${params}`, (schemas) => schemas.callsResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

function costsQueryParams(query: CostsQuery): URLSearchParams {
  const params = callsQueryParams(query);
  for (const key of keysOf(costsCodecs)) {
    const value = query[key];
    if (value !== undefined) params.set(key, value);
  }
  return params;
}

function breakdownParams({ successes, ...query }: BreakdownQuery): URLSearchParams {
  const params = costsQueryParams(query);
  if (successes) params.set('successes', breakdownCodecs.successes.encode(successes));
  return params;
}
