'use client';

import { useSearchParams } from 'next/navigation';
import { AddressNotice } from '@/components/calls/address-notice';
import { FilterChips } from '@/components/filters/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/time-context';
import { addressProblems } from '@/lib/url/address';
import { ByFigure } from './by-figure';
import { ChangeFigure } from './change-figure';
import { CostsControls } from './costs-controls';
import { CoverageNotice } from './coverage-notice';
import { DistributionFigure } from './distribution-figure';
import { FigureBoundary } from './figure-boundary';
import { KeyFigures } from './key-figures';
import { OverTimeFigure } from './over-time-figure';
import { UsageLine } from './usage-line';
import { WhenFigure } from './when-figure';

const PARTS = [
  { name: 'Key figures', Part: KeyFigures },
  { name: 'Cost over time', Part: OverTimeFigure },
  { name: 'Cost by group', Part: ByFigure },
  { name: 'Why did it change', Part: ChangeFigure },
  { name: 'When', Part: WhenFigure },
  { name: 'Distribution', Part: DistributionFigure },
] as const;

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
            <UsageLine />
            {PARTS.map(({ name, Part }) => (
              <FigureBoundary key={name} name={name} of={params.toString()}>
                <Part />
              </FigureBoundary>
            ))}
          </div>
        </div>
      </div>
    </TimeProvider>
  );
}
