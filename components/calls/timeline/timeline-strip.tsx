'use client';

import clsx from 'clsx';
import { usePage } from '@/components/shell/context/page-context';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const Timeline = lazily(() => import('./timeline'));

/**
 * The place of the timeline above the table. It comes after the table does and its place is as high before as
 * after; where the screen is low, every row of the table is worth more.
 */
export function TimelineStrip() {
  const { preferences } = usePage();
  const hydrated = useHydrated();
  return (
    <div
      className={clsx(
        'shrink-0 border-b border-line [@media(max-height:560px)]:hidden',
        preferences.timeline ? 'md:min-h-23' : 'md:min-h-8',
        preferences.smallTimeline ? 'max-md:min-h-23' : 'max-md:min-h-8',
      )}
    >
      {hydrated && (
        <Lazily>
          <Timeline />
        </Lazily>
      )}
    </div>
  );
}
