'use client';

import {
  BREAKDOWNS,
  COMPARISON_LABELS,
  costsView,
  isComparable,
} from '@/components/costs/view/view';
import { Choice } from '@/components/ui/choice';
import { keysOf } from '@/lib/call/query/filters';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { GroupByChoice } from './group-by-choice';
import { IntervalChoice } from './interval-choice';

/** How long a bucket is, what is grouped by, and which period is compared. */
export function CutChoices() {
  const { address: written, choose } = useAddress();
  const address = costsRange(written);
  // The state of the fields is ahead of the address that the figures are drawn from.
  const { interval, breakdown, compare } = costsView(address);
  return (
    <>
      <IntervalChoice interval={interval} />
      <GroupByChoice
        value={breakdown}
        values={keysOf(BREAKDOWNS)}
        onChoose={(chosen) => choose({ group_by: chosen })}
      />
      <Choice
        label="Compare with"
        value={compare}
        values={keysOf(COMPARISON_LABELS)}
        nameOf={(each) => COMPARISON_LABELS[each]}
        disabled={!isComparable(address)}
        onChoose={(chosen) => choose({ compare: chosen })}
      />
    </>
  );
}
