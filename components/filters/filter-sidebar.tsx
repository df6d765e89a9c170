'use client';

import { ListChecks, PanelLeftClose, SlidersHorizontal, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { IconButton } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { useAddress } from '@/lib/url/use-address';
import { countFilters } from './active/count-filters';

const loadGroups = () => import('./filter-groups');
const FilterGroups = lazily(loadGroups);
const ArrangePanel = lazily(() => import('./arrange/arrange-panel'));
const RefusedChoice = lazily(() => import('./refused-choice'));
const Sheet = lazily(() => import('@/components/ui/sheet'));

// They are in the HTML already: their code follows at once, behind what the table needs.
if (typeof window !== 'undefined') void loadGroups().catch(() => undefined);

/** The filters beside the table; on a phone they come as a sheet, see {@link FilterSheetButton}. */
export function FilterSidebar() {
  const { preferences, setPreferences } = usePage();
  if (!preferences.sidebar) return null;
  return (
    <aside
      aria-label="Filters"
      className="flex w-65 shrink-0 flex-col border-r border-line bg-surface max-md:hidden"
    >
      <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 className="mr-auto text-sm font-semibold">Filters</h2>
        <ArrangeButton />
        <IconButton label="Hide filters" onClick={() => setPreferences({ sidebar: false })}>
          <PanelLeftClose aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="relative min-h-0 flex-1 overflow-y-auto border-t border-line pb-6">
        <Lazily>
          <FilterGroups />
        </Lazily>
      </div>
    </aside>
  );
}

function ArrangeButton() {
  return (
    <PopoverButton
      label="Arrange filters"
      aria-label="Arrange filters"
      title="Arrange filters"
      className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover"
      popover={() => (
        <Lazily>
          <ArrangePanel />
        </Lazily>
      )}
    >
      <ListChecks aria-hidden className="size-4" />
    </PopoverButton>
  );
}

/** Brings the filters back: unfolds the sidebar, or on a phone opens them as a sheet. */
export function FilterSheetButton() {
  const { preferences, setPreferences } = usePage();
  const active = countFilters(useAddress().address);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        kind="outline"
        label={active > 0 ? `Show filters (${active} active)` : 'Show filters'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="relative md:hidden"
      >
        <SlidersHorizontal aria-hidden className="size-4" />
        {active > 0 && (
          <span
            aria-hidden
            className="absolute -top-1 -right-1 min-w-4 rounded-full bg-accent px-1 text-2xs text-on-accent"
          >
            {active}
          </span>
        )}
      </IconButton>
      {!preferences.sidebar && (
        <IconButton
          kind="outline"
          label="Show filters"
          onClick={() => setPreferences({ sidebar: true })}
          className="max-md:hidden"
        >
          <SlidersHorizontal aria-hidden className="size-4" />
        </IconButton>
      )}
      {open && (
        <Lazily>
          <Sheet label="Filters" side="left" onClose={() => setOpen(false)} finalFocus={button}>
            <div className="sticky top-0 z-10 flex h-12 shrink-0 items-center justify-between border-b border-line bg-raised pr-2 pl-4">
              <h2 className="mr-auto text-sm font-semibold">Filters</h2>
              <ArrangeButton />
              <IconButton label="Close filters" onClick={() => setOpen(false)}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </div>
            <aside aria-label="Filters">
              <RefusedChoice />
              <FilterGroups />
            </aside>
          </Sheet>
        </Lazily>
      )}
    </>
  );
}
