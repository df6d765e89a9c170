'use client';

import { useSearchParams } from 'next/navigation';
import { AddressNotice } from '@/components/calls/list-notices';
import { FilterChips } from '@/components/filters/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/time-context';
import { addressProblems } from '@/lib/url/address';
import { ByFigure } from './by-figure';
import { ChangeFigure } from './change-figure';
import { CostsControls } from './costs-controls';
import { CoverageNotice } from './coverage-notice';
import { DistributionFigure } from './distribution-figure';
import { KeyFigures } from './key-figures';
import { OverTimeFigure } from './over-time-figure';
import { WhenFigure } from './when-figure';

/** What the calls cost, and why. Every part asks its own question and waits for nobody. */
export function CostsPage() {
  const params = useSearchParams();
  return (
    <TimeProvider>
      <div className="flex h-full min-w-0">
        <FilterSidebar />
        <div className="@container flex min-w-0 flex-1 flex-col">
          <h1 className="sr-only">Costs</h1>
          <CostsControls />
          <AddressNotice problems={addressProblems(params)} />
          <FilterChips />
          <CoverageNotice />
          <div className="min-h-0 flex-1 overflow-y-auto">
            <KeyFigures />
            <OverTimeFigure />
            <ByFigure />
            <ChangeFigure />
            <WhenFigure />
            <DistributionFigure />
          </div>
        </div>
      </div>
    </TimeProvider>
  );
}
