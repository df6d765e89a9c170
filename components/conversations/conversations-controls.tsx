'use client';

import { ControlsBar } from '@/components/costs/controls/controls-bar';
import { GroupByChoice } from '@/components/costs/controls/group-by-choice';
import { IntervalChoice } from '@/components/costs/controls/interval-choice';
import { costsView } from '@/components/costs/view/view';
import { CONVERSATION_GROUPINGS } from '@/lib/call/query/routes/conversations-query';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { groupingOf } from './use-conversations';

/** Search, and how conversations are cut. */
export function ConversationsControls() {
  const { address: written, choose } = useAddress();
  const address = costsRange(written);
  const { interval } = costsView(address);
  return (
    <ControlsBar>
      <IntervalChoice interval={interval} />
      <GroupByChoice
        value={groupingOf(address)}
        values={CONVERSATION_GROUPINGS}
        onChoose={(chosen) => choose({ group_by: chosen })}
      />
    </ControlsBar>
  );
}
