'use client';

import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { Columns3, RefreshCw, Rows3, Rows4 } from 'lucide-react';
import { KeyHelpButton } from '@/components/calls/key-help-button';
import { FilterSheetButton } from '@/components/filters/filter-sidebar';
import { SearchField } from '@/components/filters/search-field';
import { PrintButton } from '@/components/print/print-button';
import { usePage } from '@/components/shell/context/page-context';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { IconButton } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { ViewsCorner } from '@/components/views/views-corner';
import { callsQueryOptions } from '@/lib/api/calls';
import { useCallsQuery } from './use-calls';

const ListExport = lazily(() => import('@/components/calls/export/list-export'));
const Selecting = lazily(() => import('@/components/calls/compare/select/selecting'));
const ColumnPanel = lazily(() => import('./table/columns/column-panel'));

/** Search, and how the list is read and shown. */
export function Toolbar() {
  const hydrated = useHydrated();
  return (
    <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3 md:px-4 print:hidden">
      <FilterSheetButton />
      <SearchField />
      {hydrated && (
        <Lazily>
          <Selecting />
        </Lazily>
      )}
      <div className="ml-auto flex items-center gap-1">
        <ViewsCorner />
        <RefreshControls />
        <DensityButton />
        <PopoverButton
          label="Columns"
          aria-label="Columns"
          title="Columns"
          align="end"
          className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover"
          popover={() => (
            <Lazily>
              <ColumnPanel />
            </Lazily>
          )}
        >
          <Columns3 aria-hidden className="size-4" />
        </PopoverButton>
        <div className="size-8">
          {hydrated && (
            <Lazily>
              <ListExport />
            </Lazily>
          )}
        </div>
        <PrintButton className="max-md:hidden" />
        <KeyHelpButton />
      </div>
    </div>
  );
}

function RefreshControls() {
  const { preferences, setPreferences } = usePage();
  const client = useQueryClient();
  const query = useCallsQuery();
  const fetching = useIsFetching({ queryKey: ['calls', 'list'] }) > 0;
  return (
    <>
      <label className="flex items-center gap-1.5 text-sm whitespace-nowrap text-muted">
        <span className="@max-2xl:sr-only">Auto-refresh</span>
        <select
          value={preferences.refresh}
          onChange={(event) => setPreferences({ refresh: refreshOf(event.target.value) })}
          className={`${FIELD} h-7 pr-1 pl-1.5`}
        >
          <option value={0}>Off</option>
          <option value={15}>15 s</option>
          <option value={60}>60 s</option>
        </select>
      </label>
      <IconButton label="Refresh" onClick={refresh}>
        <RefreshCw aria-hidden className={clsx('size-4', fetching && 'motion-safe:animate-spin')} />
      </IconButton>
    </>
  );

  /** The list, what is counted around it, and the call that is open over it. */
  function refresh() {
    void client.refetchQueries({ queryKey: callsQueryOptions(query).queryKey });
    for (const counted of ['facets', 'timeline', 'review'])
      void client.refetchQueries({ queryKey: [counted], type: 'active' });
    void client.refetchQueries({ queryKey: ['calls', 'one'], type: 'active' });
  }
}

function refreshOf(text: string): 0 | 15 | 60 {
  return text === '15' ? 15 : text === '60' ? 60 : 0;
}

function DensityButton() {
  const { preferences, setPreferences } = usePage();
  const compact = preferences.density === 'compact';
  const Icon = compact ? Rows4 : Rows3;
  return (
    <IconButton
      label="Compact rows"
      aria-pressed={compact}
      onClick={() => setPreferences({ density: compact ? 'comfortable' : 'compact' })}
      className="max-md:hidden"
    >
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
