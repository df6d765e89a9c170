import type { ViewPage } from '@/lib/views/saved-view';

/** What the pages that have views are called. */
export const PAGE_LABELS: Record<ViewPage, string> = {
  calls: 'Calls',
  costs: 'Costs',
  conversations: 'Conversations',
  outcomes: 'Outcomes',
};
