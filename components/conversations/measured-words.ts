import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { formatCount, plural } from '@/lib/format/number';

/** In how many of the calls it is known how the conversation went: `14 of 17 calls`. */
export function measuredWords({ totals }: Pick<ConversationsResponse, 'totals'>): string {
  return `${formatCount(totals.measured)} of ${plural(totals.calls, 'call')}`;
}

/** How far the index has come; null where it has read all calls. */
export function coverageWords({ meta }: Pick<ConversationsResponse, 'meta'>): string | null {
  const { complete, indexed, upstream_count } = meta.coverage;
  if (complete) return null;
  const all = upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`;
  return `The index has read ${formatCount(indexed)}${all} calls so far`;
}
