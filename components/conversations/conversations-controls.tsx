'use client';

import { BREAKDOWNS, costsView, INTERVAL_LABELS } from '@/components/costs/view/view';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { FIELD } from '@/components/ui/field';
import { CONVERSATION_GROUPINGS } from '@/lib/call/query/conversations-query';
import { INTERVALS } from '@/lib/call/query/costs-query';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { groupingOf } from './use-conversations';

/** Search, and how conversations are cut. */
export function ConversationsControls() {
  const { address: written, choose } = useAddress();
  const address = costsRange(written);
  const { interval } = costsView(address);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2 md:min-h-12 md:px-4">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <FilterSheetButton />
        <SearchField />
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
          value={groupingOf(address)}
          onChange={({ target }) =>
            choose({
              group_by: CONVERSATION_GROUPINGS.find((each) => each === target.value) ?? null,
            })
          }
          className={`${FIELD} h-7 px-1.5`}
        >
          {CONVERSATION_GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {BREAKDOWNS[each].label.replace(/^./, (first) => first.toUpperCase())}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
