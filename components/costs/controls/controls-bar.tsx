'use client';

import type { ReactNode } from 'react';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { PrintButton } from '@/components/print/print-button';
import { ViewsCorner } from '@/components/views/views-corner';

type ControlsBarProps = {
  /** What stands beside the search on one page only. */
  more?: ReactNode;
  /** How the figures are cut and compared. */
  children: ReactNode;
};

/** The row above the figures of a page: search, views, paper, and the choices about the figures. */
export function ControlsBar({ more, children }: ControlsBarProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2 md:min-h-12 md:px-4 print:hidden">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <FilterSheetButton />
        <SearchField />
        <ViewsCorner />
        {more}
        <PrintButton />
      </div>
      {children}
    </div>
  );
}
