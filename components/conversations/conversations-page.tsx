'use client';

import { useSearchParams } from 'next/navigation';
import { AddressNotice } from '@/components/calls/list/notices/address-notice';
import { ProblemView } from '@/components/calls/problem-view';
import { ChartCardBoundary } from '@/components/figures/chart-card-boundary';
import { FiguresOnPaper } from '@/components/figures/save/figures-on-paper';
import { FilterChips } from '@/components/filters/active/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/context/time-context';
import { problemOf } from '@/lib/api/get-json';
import { MEASURE_DEFINITIONS, UNKNOWN_WORDS } from '@/lib/call/conversation/definitions';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import { AboutConversations } from './about-conversations';
import { ConversationsControls } from './conversations-controls';
import { GroupsCard } from './groups-card';
import { MeasuredNotice } from './measured-notice';
import { OverTimeCard } from './over-time-card';
import { SpreadCard } from './spread-card';
import { useConversations } from './use-conversations';

/** How conversations went: each measure by group, over time and as the calls are spread over it. */
export function ConversationsPage() {
  return (
    <TimeProvider>
      <AboutConversations>
        <div className="flex h-full min-w-0 print:block print:h-auto">
          <FilterSidebar />
          <div className="@container flex min-w-0 flex-1 flex-col print:block">
            <h1 className="sr-only">Conversations</h1>
            <FiguresOnPaper />
            <ConversationsControls />
            <AddressNotice />
            <div className="contents print:hidden">
              <FilterChips />
              <MeasuredNotice />
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto print:overflow-visible">
              <Figures />
            </div>
          </div>
        </div>
      </AboutConversations>
    </TimeProvider>
  );
}

/** All of them are drawn from one answer: where there is none, that is said once. */
function Figures() {
  const of = useSearchParams().toString();
  const { error, refetch } = useConversations().result;
  if (error) return <ProblemView problem={problemOf(error)} onRetry={() => void refetch()} />;
  return (
    <>
      <ChartCardBoundary name="By group" of={of}>
        <GroupsCard />
      </ChartCardBoundary>
      {ASKED_MEASURES.map((measure) => (
        <div key={measure} className="grid @4xl:grid-cols-2 print:block">
          <ChartCardBoundary name={`${MEASURE_DEFINITIONS[measure].term} over time`} of={of}>
            <OverTimeCard measure={measure} />
          </ChartCardBoundary>
          <ChartCardBoundary name={`${MEASURE_DEFINITIONS[measure].term}, distribution`} of={of}>
            <SpreadCard measure={measure} />
          </ChartCardBoundary>
        </div>
      ))}
      <p className="max-w-prose px-4 py-5 text-xs text-muted md:px-6">{UNKNOWN_WORDS}</p>
    </>
  );
}
