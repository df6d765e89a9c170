'use client';

import { GroupByChoice } from '@/components/costs/controls/group-by-choice';
import { IntervalChoice } from '@/components/costs/controls/interval-choice';
import { costsView } from '@/components/costs/view/view';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { CONVERSATION_GROUPINGS } from '@/lib/call/query/conversations-query';
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
      <IntervalChoice interval={interval} />
      <GroupByChoice
        value={groupingOf(address)}
        values={CONVERSATION_GROUPINGS}
        onChoose={(chosen) => choose({ group_by: chosen })}
      />
    </div>
  );
}
