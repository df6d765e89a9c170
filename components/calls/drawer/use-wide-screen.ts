'use client';

import { useSyncExternalStore } from 'react';

/** From this width on the list stays usable beside the drawer; the style sheet's `md`. */
const WIDE = '(min-width: 768px)';

export function useWideScreen(): boolean {
  return useSyncExternalStore(
    onChange,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}

function onChange(notify: () => void) {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}
