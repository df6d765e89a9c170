'use client';

import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useEffect, useRef } from 'react';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { CallRow } from '@/lib/call/call';
import { DRAWER_TABS, type DrawerTab } from '@/lib/url/address';
import { CostsTab } from './costs/costs-tab';
import { DrawerSkeleton } from './frame/drawer-skeleton';
import type { OtherCalls } from './overview/call-link';
import { OverviewTab } from './overview/overview-tab';
import { RawTab } from './raw-tab';
import { TranscriptTab } from './transcript/transcript-tab';

const NotesTab = lazily(() => import('./notes/notes-tab'));

type View = OtherCalls & {
  call: CallRow;
  /** The call with everything about it; undefined while it has not come. */
  whole: CallResponse | undefined;
  failed: boolean;
  /** The call that is likely to be read next. */
  nextId: string | null;
};

const TABS: Record<DrawerTab, { label: string; draw: (view: View) => ReactNode }> = {
  overview: {
    label: 'Overview',
    draw: ({ call, whole, hrefOf, onOpenCall }) => (
      <OverviewTab call={call} whole={whole} hrefOf={hrefOf} onOpenCall={onOpenCall} />
    ),
  },
  transcript: {
    label: 'Transcript',
    draw: ({ call, nextId }) => <TranscriptTab call={call} nextId={nextId} />,
  },
  notes: {
    label: 'Notes',
    draw: ({ call, whole }) => (
      <Lazily>
        <NotesTab call={call} whole={whole} />
      </Lazily>
    ),
  },
  costs: { label: 'Costs', draw: ({ call }) => <CostsTab call={call} /> },
  raw: { label: 'Raw', draw: ({ whole, failed }) => <RawTab call={whole} failed={failed} /> },
};

type DrawerTabsProps = Omit<View, 'call'> & {
  id: string;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  call: CallRow | undefined;
  /** Said above the tab's content. */
  notice: ReactNode;
};

export function DrawerTabs({ id, tab, onTab, call, notice, ...view }: DrawerTabsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = `${id} ${tab}`;
  const scrolled = useRef(shown);

  // What is newly shown is read from its start.
  useEffect(() => {
    if (scrolled.current !== shown) scroller.current?.scrollTo({ top: 0 });
    scrolled.current = shown;
  }, [shown]);

  return (
    <Tabs.Root value={tab} onValueChange={choose} className="flex min-h-0 flex-1 flex-col">
      <Tabs.List className="flex shrink-0 gap-1 border-b border-line px-2">
        {DRAWER_TABS.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm font-medium text-muted hover:text-text focus-visible:-outline-offset-2 data-active:border-accent data-active:text-text"
          >
            {TABS[name].label}
            {name === 'notes' && <Count of={call?.notes} />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {notice}
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto overscroll-contain">
        <Tabs.Panel value={tab} className="focus-visible:-outline-offset-2">
          {call ? TABS[tab].draw({ call, ...view }) : <DrawerSkeleton />}
        </Tabs.Panel>
      </div>
    </Tabs.Root>
  );

  function choose(value: unknown) {
    const chosen = DRAWER_TABS.find((name) => name === value);
    if (chosen) onTab(chosen);
  }
}

/** How many there are, beside the name and no part of it. */
function Count({ of }: { of: readonly unknown[] | null | undefined }) {
  if (!of || of.length === 0) return null;
  return (
    <span aria-hidden className="rounded-full bg-neutral-soft px-1.5 text-2xs text-muted">
      {of.length}
    </span>
  );
}
