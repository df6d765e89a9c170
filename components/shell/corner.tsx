'use client';

import { Lazily, lazily } from '@/components/ui/lazily';
import { useHydrated } from './state/use-hydrated';

const CornerTools = lazily(() => import('./corner-tools'));

/** The place of the index's indicator and of who reviews, which are fetched when the page already reacts. */
export function Corner() {
  return (
    <div className="flex min-h-8 min-w-16 md:min-h-16 md:min-w-8 md:flex-col">
      {useHydrated() && (
        <Lazily>
          <CornerTools />
        </Lazily>
      )}
    </div>
  );
}
