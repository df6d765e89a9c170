'use client';

import { useLayoutEffect, useRef } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';

/**
 * Stands in for the keys of reviewing while their code is on its way: the last one pressed is answered once it is
 * there, unless the focus or the open call is another one by then.
 */
export function EarlyKeys({ call }: { call: string | null }) {
  const pressed = useRef<{ key: string; on: Element | null; call: string | null }>(null);
  const keep = (key: string) => () => {
    pressed.current = { key, on: document.activeElement, call };
  };
  useShortcuts({ 1: keep('1'), 2: keep('2'), 3: keep('3'), m: keep('m') });
  // It was meant for the call that was open then.
  useLayoutEffect(() => {
    if (pressed.current?.call !== call) pressed.current = null;
  }, [call]);
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
