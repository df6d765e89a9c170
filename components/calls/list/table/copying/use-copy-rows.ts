'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { fetchCode } from '@/components/ui/lazily';
import type { DrawAll } from './copy-rows';

/** Rows are copied as they are seen, once the code for it has come: the list does not wait for it. */
export function useCopyRows(place: RefObject<HTMLElement | null>, drawAll: DrawAll) {
  const draw = useEffectEvent(drawAll);
  useEffect(() => {
    const element = place.current;
    const left = new AbortController();
    fetchCode(() => import('./copy-rows')).then(
      ({ copyRows }) =>
        element?.addEventListener('copy', (event) => copyRows(event, draw), {
          signal: left.signal,
        }),
      () => undefined,
    );
    return () => left.abort();
  }, [place]);
}
