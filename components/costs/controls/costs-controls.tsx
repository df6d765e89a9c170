'use client';

import {
  BREAKDOWNS,
  COMPARISON_LABELS,
  costsView,
  isComparable,
} from '@/components/costs/view/view';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { PrintButton } from '@/components/print/print-button';
import { Choice } from '@/components/ui/choice';
import { Lazily, lazily } from '@/components/ui/lazily';
import { ViewsCorner } from '@/components/views/views-corner';
import { keysOf } from '@/lib/call/query/filters';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { CostsExport } from './costs-export';
import { GroupByChoice } from './group-by-choice';
import { IntervalChoice } from './interval-choice';

const NameCampaigns = lazily(() => import('@/components/campaigns/name-campaigns-button'));

/** Search, and how costs are cut and compared. */
export function CostsControls() {
  const { address: written, choose } = useAddress();
  const address = costsRange(written);
  // The state of the fields is ahead of the address that the figures are drawn from.
  const { interval, breakdown, compare } = costsView(address);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2 md:min-h-12 md:px-4 print:hidden">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <FilterSheetButton />
        <SearchField />
        <ViewsCorner />
        <CostsExport />
        <PrintButton />
      </div>
      <IntervalChoice interval={interval} />
      <GroupByChoice
        value={breakdown}
        values={keysOf(BREAKDOWNS)}
        onChoose={(chosen) => choose({ group_by: chosen })}
      />
      {breakdown === 'campaign' && (
        <Lazily>
          <NameCampaigns />
        </Lazily>
      )}
      <Choice
        label="Compare with"
        value={compare}
        values={keysOf(COMPARISON_LABELS)}
        nameOf={(each) => COMPARISON_LABELS[each]}
        disabled={!isComparable(address)}
        onChoose={(chosen) => choose({ compare: chosen })}
      />
    </div>
  );
}
