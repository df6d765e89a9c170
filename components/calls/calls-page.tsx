'use client';

import type { ReactNode } from 'react';
import { FilterChips } from '@/components/filters/active/filter-chips';
import { FilterSidebar } from '@/components/filters/filter-sidebar';
import { TimeProvider } from '@/components/shell/context/time-context';
import { LIST_BESIDE } from './drawer/frame/use-screen-from';
import { AddressNotice } from './list/notices/address-notice';
import { Toolbar } from './list/toolbar';
import { ReviewPlace } from './review/review-place';
import { TimelineStrip } from './timeline/timeline-strip';

/** Filters at the left, what they leave at the right; `children` is the list, which comes when it has come. */
export function CallsPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full min-w-0 print:block print:h-auto">
      <FilterSidebar />
      <TimeProvider>
        <div
          id={LIST_BESIDE}
          className="@container flex min-w-0 flex-1 flex-col print:block xl:mr-(--drawer-width) print:mr-0"
        >
          <h1 className="sr-only">Calls</h1>
          <Toolbar />
          <AddressNotice />
          <div className="contents print:hidden">
            <FilterChips />
            <TimelineStrip />
            <ReviewPlace />
          </div>
          {children}
        </div>
      </TimeProvider>
    </div>
  );
}
