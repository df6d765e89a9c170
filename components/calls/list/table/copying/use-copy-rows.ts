'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { fetchCode } from '@/components/ui/lazily';
import type { DrawAll } from './copy-rows';

/** Rows are copied as they are seen, once the code for it has come: the list does not wait for it. */
export function useCopyRows(place: RefObject<HTMLElement | null>, drawAll: DrawAll) {
  const draw = useEffectEvent(drawAll);
  useEffect(() => {
    const left = new AbortController();
    fetchCode(() => import('./copy-rows')).then(
      ({ copyRows }) => {
        // Of all that can be selected the event is told to where it begins, which may be before the table.
        document.addEventListener(
          'copy',
          (event) => {
            if (place.current) copyRows(event, place.current, draw);
          },
          { signal: left.signal, capture: true },
        );
      },
      () => undefined,
    );
    return () => left.abort();
  }, [place]);
}
