'use client';

import { Notice } from '@/components/ui/notice';
import { formatCount, plural } from '@/lib/format/number';
import { useConversations } from './use-conversations';

/** Of how many calls it is known how the conversation went; all figures are about those. */
export function MeasuredNotice() {
  const { data } = useConversations().result;
  if (!data) return null;
  const { calls, measured } = data.totals;
  const { complete, indexed, upstream_count } = data.meta.coverage;
  return (
    <Notice tone="info">
      Measured in {formatCount(measured)} of {plural(calls, 'call')}. On the others nobody spoke, or
      their transcripts were not read yet.
      {!complete &&
        ` The index has read ${formatCount(indexed)}${upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`} calls so far.`}
    </Notice>
  );
}
