import type { CallsQuery } from '@/lib/call/query/filters';
import { parseCallsQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';

/** What is about the current month, whole, takes no dates, no part of the calls, no order and no pages. */
export const OUTLOOK_EXCEPT = [
  'from',
  'to',
  'sample',
  'share',
  'sort',
  'sort_by',
  'limit',
  'offset',
  'measures',
] as const;

export type OutlookQuery = Omit<CallsQuery, (typeof OUTLOOK_EXCEPT)[number]>;

/** Reads the parameters of `GET /api/costs/outlook` strictly, as `parseCallsQuery` does those of the list. */
export function parseOutlookQuery(params: Iterable<[string, string]>): {
  query: OutlookQuery;
  problems: ParameterProblem[];
} {
  const given = [...params];
  const isLeftOut = (field: string) => OUTLOOK_EXCEPT.some((each) => each === field);
  const refused = new Set(given.map(([field]) => field).filter(isLeftOut));
  const { query, problems } = parseCallsQuery(given.filter(([field]) => !isLeftOut(field)));
  const message = 'is not taken here: this is about all of the current month';
  return {
    query: outlookQueryOf(query),
    problems: [...problems, ...[...refused].map((field) => ({ field, message }))],
  };
}

/** Reads the one parameter of `GET /api/costs/budgets`. */
export function parseBudgetsQuery(params: Iterable<[string, string]>): {
  timezone: string;
  problems: ParameterProblem[];
} {
  const given = [...params];
  const { query, problems } = parseCallsQuery(given.filter(([field]) => field === 'timezone'));
  const others = new Set(given.map(([field]) => field).filter((field) => field !== 'timezone'));
  const message = 'is not taken here: a budget compares with all calls of its use case';
  return {
    timezone: query.timezone ?? 'UTC',
    problems: [...problems, ...[...others].map((field) => ({ field, message }))],
  };
}

/** The conditions of a query but for {@link OUTLOOK_EXCEPT}. */
export function outlookQueryOf<T extends CallsQuery>(query: T) {
  const { from, to, sample, share, sort, sort_by, limit, offset, measures, ...rest } = query;
  return rest;
}
