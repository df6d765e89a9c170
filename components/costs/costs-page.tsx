'use client';

import { useSearchParams } from 'next/navigation';
import { AddressNotice } from '@/components/calls/list/address-notice';
import { FilterChips } from '@/components/filters/active/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/context/time-context';
import { addressProblems } from '@/lib/url/address';
import { ByCard } from './cards/by-card';
import { ChangeCard } from './cards/change-card';
import { ChartCardBoundary } from './cards/chart-card-boundary';
import { DistributionCard } from './cards/distribution-card';
import { OverTimeCard } from './cards/over-time-card';
import { WhenCard } from './cards/when-card';
import { CostsControls } from './controls/costs-controls';
import { CoverageNotice } from './controls/coverage-notice';
import { UsageLine } from './controls/usage-line';
import { CostsOnPaper } from './save/paper/costs-on-paper';
import { KeyFigures } from './tiles/key-figures';

const PARTS = [
  { name: 'Key figures', Part: KeyFigures },
  { name: 'Cost over time', Part: OverTimeCard },
  { name: 'Cost by group', Part: ByCard },
  { name: 'Why did it change', Part: ChangeCard },
  { name: 'When', Part: WhenCard },
  { name: 'Distribution', Part: DistributionCard },
] as const;

/** What the calls cost, and why. Every part asks its own question and waits for nobody. */
export function CostsPage() {
  const params = useSearchParams();
  return (
    <TimeProvider>
      <div className="flex h-full min-w-0 print:block print:h-auto">
        <FilterSidebar />
        <div className="@container flex min-w-0 flex-1 flex-col print:block">
          <h1 className="sr-only">Costs</h1>
          <CostsOnPaper />
          <CostsControls />
          <AddressNotice problems={addressProblems(params)} />
          <div className="contents print:hidden">
            <FilterChips />
          </div>
          <CoverageNotice />
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
    </TimeProvider>
  );
}
