'use client';

import { useQuery } from '@tanstack/react-query';
import { useCostsView } from '@/components/costs/view/use-costs-view';
import { conversationsQueryOptions } from '@/lib/api/conversations';
import { isExtractedName } from '@/lib/call/query/extracted';
import {
  CONVERSATION_GROUPINGS,
  type ConversationGroupBy,
} from '@/lib/call/query/routes/conversations-query';
import type { Address } from '@/lib/url/address';

/** What the address asks for, and the one answer that every part of the page is drawn from. */
export function useConversations() {
  const { address, filters, interval } = useCostsView();
  const grouping = groupingOf(address);
  const result = useQuery(conversationsQueryOptions({ ...filters, interval, group_by: grouping }));
  return { address, interval, grouping, result };
}

/** By use case where the address names nothing that conversations are grouped by. */
export function groupingOf({ group_by }: Pick<Address, 'group_by'>): ConversationGroupBy {
  if (group_by !== null && isExtractedName(group_by)) return group_by;
  return CONVERSATION_GROUPINGS.find((each) => each === group_by) ?? 'use_case';
}
