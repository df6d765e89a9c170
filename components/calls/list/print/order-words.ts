import { SORT_KEYS, type Sort, type SortBy, type SortKey } from '@/lib/call/query/filters';
import { extractedLabel } from '@/lib/format/key-label';

const ORDERS: Record<SortKey, Record<Sort, string>> = {
  created: { desc: 'newest first', asc: 'oldest first' },
  duration: { desc: 'longest first', asc: 'shortest first' },
  total_cost: { desc: 'most expensive first', asc: 'cheapest first' },
  talk_share: { desc: 'largest talk share first', asc: 'smallest talk share first' },
  silence: { desc: 'longest silence first', asc: 'shortest silence first' },
  interruptions: { desc: 'most interruptions first', asc: 'fewest interruptions first' },
  response_time: { desc: 'slowest answers first', asc: 'fastest answers first' },
  tool_errors: { desc: 'most failed tool calls first', asc: 'fewest failed tool calls first' },
};

/** The order of a list, in words. */
export function orderWords({ sort_by, sort }: { sort_by: SortBy; sort: Sort }): string {
  const word = SORT_KEYS.find((key) => key === sort_by);
  if (word) return ORDERS[word][sort];
  const name = extractedLabel(sort_by.slice(2));
  return `by ${name}, ${sort === 'asc' ? 'lowest' : 'highest'} first`;
}
