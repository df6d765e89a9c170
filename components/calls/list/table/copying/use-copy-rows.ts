'use client';

import { type RefObject, useEffect } from 'react';
import { fetchCode } from '@/components/ui/lazily';

/** Rows are copied as they are seen, once the code for it has come: the list does not wait for it. */
export function useCopyRows(place: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = place.current;
    const left = new AbortController();
    fetchCode(() => import('./copy-rows')).then(
      ({ copyRows }) => element?.addEventListener('copy', copyRows, { signal: left.signal }),
      () => undefined,
    );
    return () => left.abort();
  }, [place]);
}
