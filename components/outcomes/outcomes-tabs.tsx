'use client';

import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { showsFields } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';

const TABS = { outcomes: 'Outcomes', fields: 'Fields' } as const;

/** What the page shows: the figures, or how often fields are filled. */
export function OutcomesTabs({ outcomes, fields }: { outcomes: ReactNode; fields: ReactNode }) {
  const { address, choose } = useAddress();
  const tab = showsFields(address) ? 'fields' : 'outcomes';
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => choose({ tab: value === 'fields' ? 'fields' : null })}
      className="flex min-h-0 flex-1 flex-col print:block"
    >
      <Tabs.List
        aria-label="What is shown"
        className="flex shrink-0 gap-1 border-b border-line px-2 md:px-4 print:hidden"
      >
        {(['outcomes', 'fields'] as const).map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="-mb-px flex h-9 items-center border-b-2 border-transparent px-2 text-sm font-medium text-muted hover:text-text focus-visible:-outline-offset-2 data-active:border-accent data-active:text-text"
          >
            {TABS[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel
        value={tab}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2 print:overflow-visible"
      >
        {tab === 'fields' ? fields : outcomes}
      </Tabs.Panel>
    </Tabs.Root>
  );
}
