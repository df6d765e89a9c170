'use client';

import { lazy } from 'react';
import { Lazily } from '@/components/ui/lazily';
import { useHydrated } from './use-hydrated';

const SyncIndicator = lazy(() => import('./sync-indicator'));

/** The place of the index's indicator, which is fetched when the page already reacts. */
export function SyncCorner() {
  return (
    <div className="size-8">
      {useHydrated() && (
        <Lazily>
          <SyncIndicator />
        </Lazily>
      )}
    </div>
  );
}
