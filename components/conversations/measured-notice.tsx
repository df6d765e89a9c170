'use client';

import { Notice } from '@/components/ui/notice';
import { isSampled } from '@/lib/call/query/filters';
import { formatCount, plural } from '@/lib/format/number';
import { useConversations } from './use-conversations';

/** Of how many calls it is known how the conversation went; all figures are about those. */
export function MeasuredNotice() {
  const { address, result } = useConversations();
  const { data } = result;
  if (!data) return null;
  const { calls, measured } = data.totals;
  const { complete, indexed, upstream_count } = data.meta.coverage;
  return (
    <Notice tone="info">
      Measured in {formatCount(measured)} of {plural(calls, 'call')}. On the others nobody spoke, or
      their transcripts were not read yet.
      {isSampled(address) &&
        ' Only calls of the sample are counted, and no figure leads to its calls: with one more filter other calls would be drawn.'}
      {!complete &&
        ` The index has read ${formatCount(indexed)}${upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`} calls so far.`}
    </Notice>
  );
}
