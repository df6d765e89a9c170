'use client';

import { useSyncExternalStore } from 'react';

/**
 * Whether a component may draw what only the browser knows. False on the server, and while the server's HTML is
 * taken over: until then both must draw the same.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never() {
  return () => {};
}
