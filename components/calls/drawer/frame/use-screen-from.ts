'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Where a side panel fits at all; below, the drawer takes the whole screen. The style sheet's `md`. */
export const PANEL_WIDTH = 768;
/** From here on the list stays usable beside the drawer. The style sheet's `xl`. */
export const BESIDE_WIDTH = 1280;
/** The id of the element that makes room then. */
export const LIST_BESIDE = 'list-beside-drawer';

/** Whether the window is at least so many pixels wide. */
export function useScreenFrom(width: number): boolean {
  const media = `(min-width: ${width}px)`;
  const subscribe = useCallback(
    (notify: () => void) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    [media],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(media).matches,
    () => true,
  );
}
