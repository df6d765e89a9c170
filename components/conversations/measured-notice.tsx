'use client';

import { Notice } from '@/components/ui/notice';
import { isSampled } from '@/lib/call/query/filters';
import { coverageWords, measuredWords } from './measured-words';
import { useConversations } from './use-conversations';

/** Of how many calls it is known how the conversation went; all figures are about those. */
export function MeasuredNotice() {
  const { address, result } = useConversations();
  const { data } = result;
  if (!data) return null;
  const coverage = coverageWords(data);
  return (
    <Notice tone="info">
      Measured in {measuredWords(data)}. On the others nobody spoke, or their transcripts were not
      read yet.
      {isSampled(address) &&
        ' Only calls of the sample are counted, and no figure leads to its calls: with one more filter other calls would be drawn.'}
      {coverage && ` ${coverage}.`}
    </Notice>
  );
}
