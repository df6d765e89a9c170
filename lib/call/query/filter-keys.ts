import { type ExtractedFilterKey, extractedFilterKeys } from './extracted';
import { type CallsQuery, FILTER_KEYS, type FilterKey, type Filters } from './filters';

/** The filters that a query or an address may have: those that are declared, and what it asks of extracted values. */
export function filterKeysOf(query: object): (FilterKey | ExtractedFilterKey)[] {
  return [...FILTER_KEYS, ...extractedFilterKeys(query)];
}

/** The filters of a query alone. Guarantee of the cast: under each key stands what the query has there. */
export function conditionsOf(query: CallsQuery): Filters {
  return Object.fromEntries(filterKeysOf(query).map((key) => [key, query[key]])) as Filters;
}
