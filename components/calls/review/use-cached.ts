'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/**
 * What is known already, followed without asking for it: a question that nobody else has asked yet is not begun, which
 * would stand in the way of what came with the page.
 */
export function useCached<T>(read: (client: QueryClient) => T | undefined): T | undefined {
  const client = useQueryClient();
  return useSyncExternalStore(
    // Questions are begun while something is drawn, and then nothing else may be drawn anew.
    (notify) => client.getQueryCache().subscribe(() => queueMicrotask(notify)),
    () => read(client),
    () => undefined,
  );
}
