import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  type BudgetBody,
  budgetsResponseSchema,
  outlookResponseSchema,
  storedBudgetsSchema,
} from '@/lib/call/answers/outlook-responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { outlookQueryOf } from '@/lib/call/query/routes/outlook-query';
import { asked } from './calls';
import { askJson, getJson } from './get-json';

/** This file brings its schemas along: import it lazily. */

/** Where the current month is going, of the calls that match; the dates of the query are left out. */
export function outlookQueryOptions(query: CallsQuery) {
  const params = callsQueryParams(outlookQueryOf(query)).toString();
  return queryOptions({
    queryKey: ['costs', 'outlook', params],
    queryFn: ({ signal }) =>
      getJson(`/api/costs/outlook?${params}`, () => outlookResponseSchema, signal),
    placeholderData: keepPreviousData,
    ...asked,
  });
}

/** The monthly budgets, and how far they are spent by the clocks of a zone. */
export function budgetsQueryOptions(timezone: string) {
  const params = new URLSearchParams({ timezone }).toString();
  return queryOptions({
    queryKey: ['budgets', params],
    queryFn: ({ signal }) =>
      getJson(`/api/costs/budgets?${params}`, () => budgetsResponseSchema, signal),
    ...asked,
  });
}

/** Sets, changes or removes a budget; rejects with a Problem. */
export function setBudget(wanted: BudgetBody) {
  return askJson('/api/costs/budgets', () => storedBudgetsSchema, {
    method: 'PUT',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
}
