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
import { AboutOutcomes } from './about-outcomes';
import { FieldsTab } from './fields/fields-tab';
import { FunnelCard } from './funnel/funnel-card';
import { GroupsCard } from './groups-card';
import { OutcomesControls } from './outcomes-controls';
import { OutcomesTabs } from './outcomes-tabs';
import { OverTimeCard } from './over-time/over-time-card';
import { ValuesCards } from './values/values-cards';
import { useOutcomes } from './view/use-outcomes';

/** What calls came to, and what was found out on them. */
export function OutcomesPage() {
  return (
    <TimeProvider>
      <AboutOutcomes>
        <div className="flex h-full min-w-0 print:block print:h-auto">
          <FilterSidebar />
          <div className="@container flex min-w-0 flex-1 flex-col print:block">
            <h1 className="sr-only">Outcomes</h1>
            <FiguresOnPaper />
            <OutcomesControls />
            <AddressNotice />
            <div className="contents print:hidden">
              <FilterChips />
            </div>
            <OutcomesTabs outcomes={<Figures />} fields={<Fields />} />
          </div>
        </div>
      </AboutOutcomes>
    </TimeProvider>
  );
}

function Fields() {
  return (
    <ChartCardBoundary name="Fields" of={useSearchParams().toString()}>
      <FieldsTab />
    </ChartCardBoundary>
  );
}

/** The first three are drawn from one answer: where there is none, that is said once. */
function Figures() {
  const of = useSearchParams().toString();
  const { error, refetch } = useOutcomes().result;
  if (error) return <ProblemView problem={problemOf(error)} onRetry={() => void refetch()} />;
  return (
    <>
      <ChartCardBoundary name="Funnel" of={of}>
        <FunnelCard />
      </ChartCardBoundary>
      <ChartCardBoundary name="Outcomes over time" of={of}>
        <OverTimeCard />
      </ChartCardBoundary>
      <ChartCardBoundary name="Outcomes by group" of={of}>
        <GroupsCard />
      </ChartCardBoundary>
      <ChartCardBoundary name="Extracted values" of={of}>
        <ValuesCards />
      </ChartCardBoundary>
    </>
  );
}
