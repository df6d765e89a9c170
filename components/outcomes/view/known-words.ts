import type { IndexMeta } from '@/lib/call/answers/index-responses';
import { extractedWords } from '@/lib/format/extracted';
import { formatCount } from '@/lib/format/number';

/** Said as long as not all extracted values are known, or not all calls; empty where they are. */
export function knownWords({
  coverage,
  extracted,
}: Pick<IndexMeta, 'coverage' | 'extracted'>): string {
  const { complete, indexed, upstream_count } = coverage;
  const of = upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`;
  const calls = complete ? '' : ` The index has read ${formatCount(indexed)}${of} calls so far.`;
  const values = extractedWords({ extracted });
  return values === '' ? calls : `${calls} ${values}`;
}
