'use client';

import { type Shortcuts, useShortcuts } from '@/components/shell/use-shortcuts';
import type { Playback } from './playback/state';

/** How far a key or a button moves, in seconds. */
export const STEP = 5;

/** Space plays and pauses, the arrows move, wherever nothing else uses them. */
export function usePlayerKeys(playback: Playback | null) {
  const keys: Shortcuts = playback
    ? {
        // Held down it is one press still.
        ' ': ({ repeat }) => {
          if (!repeat) playback.toggle();
        },
        ArrowLeft: () => playback.seekBy(-STEP),
        ArrowRight: () => playback.seekBy(STEP),
      }
    : {};
  useShortcuts(keys);
}
