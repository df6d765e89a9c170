import type { IndexMeta } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';

/** Said as long as not all extracted values are known, or not all calls; empty where they are. */
export function knownWords({
  coverage,
  extracted,
}: Pick<IndexMeta, 'coverage' | 'extracted'>): string {
  const { complete, indexed, upstream_count } = coverage;
  const of = upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`;
  const calls = complete ? '' : ` The index has read ${formatCount(indexed)}${of} calls so far.`;
  if (extracted === undefined || extracted.extracted >= extracted.calls) return calls;
  return `${calls} Extracted values are known of ${formatCount(extracted.extracted)} of ${formatCount(extracted.calls)} calls so far.`;
}
