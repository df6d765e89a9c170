import type { Sort, SortKey } from '@/lib/call/query/filters';

const ORDERS: Record<SortKey, Record<Sort, string>> = {
  created: { desc: 'newest first', asc: 'oldest first' },
  duration: { desc: 'longest first', asc: 'shortest first' },
  total_cost: { desc: 'most expensive first', asc: 'cheapest first' },
};

/** The order of a list, in words. */
export function orderWords({ sort_by, sort }: { sort_by: SortKey; sort: Sort }): string {
  return ORDERS[sort_by][sort];
}
