'use client';

import { useCostsView } from '@/components/costs/view/use-costs-view';
import { Notice } from '@/components/ui/notice';
import { isSampled } from '@/lib/call/query/filters';

/** Said while the page is about a sample: which figures are not, and why most of them lead nowhere. */
export function SampleNotice() {
  const { address } = useCostsView();
  if (!isSampled(address)) return null;
  return (
    <Notice tone="info">
      These figures are of the calls in the sample only, each period with a sample of its own; those
      of this month are of all calls. A part of the sample has no link to its calls: with one more
      filter other calls would be drawn.
    </Notice>
  );
}
