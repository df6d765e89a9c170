'use client';

import {
  BREAKDOWNS,
  COMPARISON_LABELS,
  costsView,
  INTERVAL_LABELS,
  isComparable,
} from '@/components/costs/view/view';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { PrintButton } from '@/components/print/print-button';
import { FIELD } from '@/components/ui/field';
import { Lazily, lazily } from '@/components/ui/lazily';
import { ViewsCorner } from '@/components/views/views-corner';
import { COMPARISONS, INTERVALS } from '@/lib/call/query/costs-query';
import { keysOf } from '@/lib/call/query/filters';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { CostsExport } from './costs-export';

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
      <label className="flex items-center gap-1.5 text-sm text-muted">
        Interval
        <select
          value={interval}
          onChange={({ target }) =>
            choose({ interval: INTERVALS.find((each) => each === target.value) ?? null })
          }
          className={`${FIELD} h-7 px-1.5`}
        >
          {INTERVALS.map((each) => (
            <option key={each} value={each}>
              {INTERVAL_LABELS[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-1.5 text-sm text-muted">
        Group by
        <select
          value={breakdown}
          onChange={({ target }) =>
            choose({ group_by: keysOf(BREAKDOWNS).find((each) => each === target.value) ?? null })
          }
          className={`${FIELD} h-7 px-1.5`}
        >
          {keysOf(BREAKDOWNS).map((each) => (
            <option key={each} value={each}>
              {BREAKDOWNS[each].label.charAt(0).toUpperCase() + BREAKDOWNS[each].label.slice(1)}
            </option>
          ))}
        </select>
      </label>
      {breakdown === 'campaign' && (
        <Lazily>
          <NameCampaigns />
        </Lazily>
      )}
      <label className="flex items-center gap-1.5 text-sm text-muted">
        Compare with
        <select
          value={compare}
          disabled={!isComparable(address)}
          onChange={({ target }) =>
            choose({ compare: COMPARISONS.find((each) => each === target.value) ?? null })
          }
          className={`${FIELD} h-7 px-1.5`}
        >
          {keysOf(COMPARISON_LABELS).map((each) => (
            <option key={each} value={each}>
              {COMPARISON_LABELS[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
