'use client';

import { useLayoutEffect, useRef } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';

/**
 * Stands in for the keys of reviewing while their code is on its way: the last one pressed is answered once it is
 * there, unless the focus has gone elsewhere by then.
 */
export function EarlyKeys() {
  const pressed = useRef<{ key: string; on: Element | null }>(null);
  const keep = (key: string) => () => {
    pressed.current = { key, on: document.activeElement };
  };
  useShortcuts({ 1: keep('1'), 2: keep('2'), 3: keep('3'), m: keep('m') });
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        const { key, on } = pressed.current ?? {};
        if (!on || on !== document.activeElement) return;
        on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }),
    [],
  );
  return null;
}
