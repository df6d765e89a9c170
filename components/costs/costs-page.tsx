'use client';

import { useSearchParams } from 'next/navigation';
import { AddressNotice } from '@/components/calls/list/notices/address-notice';
import { ChartCardBoundary } from '@/components/figures/chart-card-boundary';
import { FiguresOnPaper } from '@/components/figures/save/figures-on-paper';
import { FilterChips } from '@/components/filters/active/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/context/time-context';
import { ChangeCard } from './change/change-card';
import { WhatChanged } from './change/what-changed';
import { CostsControls } from './controls/costs-controls';
import { CoverageNotice } from './controls/coverage-notice';
import { SampleNotice } from './controls/sample-notice';
import { UsageLine } from './controls/usage-line';
import { DistributionCard } from './distribution/distribution-card';
import { ByCard } from './groups/by-card';
import { OverTimeByCard } from './groups/over-time-by-card';
import { Outlook } from './outlook/outlook';
import { OverTimeCard } from './over-time/over-time-card';
import { AboutCosts } from './paper/about-costs';
import { KeyFigures } from './tiles/key-figures';
import { WhenCard } from './when/when-card';

const PARTS = [
  { name: 'What changed', Part: WhatChanged },
  { name: 'Key figures', Part: KeyFigures },
  { name: 'This month', Part: Outlook },
  { name: 'Cost over time', Part: OverTimeCard },
  { name: 'Cost by group', Part: ByCard },
  { name: 'Groups over time', Part: OverTimeByCard },
  { name: 'Why did it change', Part: ChangeCard },
  { name: 'When', Part: WhenCard },
  { name: 'Distribution', Part: DistributionCard },
] as const;

/** What the calls cost, and why. Every part asks its own question and waits for nobody. */
export function CostsPage() {
  const params = useSearchParams();
  return (
    <TimeProvider>
      <AboutCosts>
        <div className="flex h-full min-w-0 print:block print:h-auto">
          <FilterSidebar />
          <div className="@container flex min-w-0 flex-1 flex-col print:block">
            <h1 className="sr-only">Costs</h1>
            <FiguresOnPaper />
            <CostsControls />
            <AddressNotice />
            <div className="contents print:hidden">
              <FilterChips />
            </div>
            <CoverageNotice />
            <SampleNotice />
            <div className="min-h-0 flex-1 overflow-y-auto print:overflow-visible">
              <UsageLine />
              {PARTS.map(({ name, Part }) => (
                <ChartCardBoundary key={name} name={name} of={params.toString()}>
                  <Part />
                </ChartCardBoundary>
              ))}
            </div>
          </div>
        </div>
      </AboutCosts>
    </TimeProvider>
  );
}
