'use client';

import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const PaletteButton = lazily(() => import('./palette-button'));

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
