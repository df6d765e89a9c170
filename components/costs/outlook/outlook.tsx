'use client';

import { Lazily, lazily } from '@/components/ui/lazily';

const OutlookCard = lazily(() => import('./outlook-card'));

/** Where the month is going; fetched when the page is drawn, with room kept for it. */
export function Outlook() {
  return (
    <Lazily
      meanwhile={
        <div role="status" className="h-100 border-b border-line">
          <span className="sr-only">Loading this month…</span>
        </div>
      }
    >
      <OutlookCard />
    </Lazily>
  );
}
