'use client';

import { lazy } from 'react';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily } from '@/components/ui/lazily';

const PaletteButton = lazy(() => import('./palette-button'));

/** The place of the palette's button, which is fetched, with its keys, when the page already reacts. */
export function PaletteCorner() {
  return (
    <div className="size-8">
      {useHydrated() && (
        <Lazily>
          <PaletteButton />
        </Lazily>
      )}
    </div>
  );
}
