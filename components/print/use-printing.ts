'use client';

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/**
 * Whether the page is on its way to paper: between `beforeprint` and `afterprint`, and where a tool shows it as print.
 * The browser lays the paper out as soon as its event is dealt with, so what differs there is drawn within it.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting, () => false);
}

let announced = false;
const listeners = new Set<() => void>();

function isPrinting(): boolean {
  return announced || matchMedia('print').matches;
}

function subscribe(notify: () => void) {
  if (listeners.size === 0) watch();
  listeners.add(notify);
  return () => void listeners.delete(notify);
}

let watched = false;

function watch() {
  if (watched) return;
  watched = true;
  window.addEventListener('beforeprint', () => tell(true));
  window.addEventListener('afterprint', () => tell(false));
  matchMedia('print').addEventListener('change', () => tell(announced));
}

function tell(printing: boolean) {
  announced = printing;
  flushSync(() => {
    for (const notify of [...listeners]) notify();
  });
}
