'use client';

import { useSyncExternalStore } from 'react';

/** Where this browser keeps who reviews in it; nothing but the address. */
const KEY = 'callscope.reviewer';
const CHANGED = 'callscope:reviewer';

/** The e-mail address of who reviews in this browser; null while nobody has said so, and on the server. */
export function useReviewer(): string | null {
  return useSyncExternalStore(subscribe, readReviewer, () => null);
}

export function readReviewer(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing: it is asked anew on the next page.
    return null;
  }
}

/** Keeps the address, or with null forgets it; every part of every open page hears of it. */
export function keepReviewer(email: string | null): void {
  try {
    if (email === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, email);
  } finally {
    window.dispatchEvent(new Event(CHANGED));
  }
}

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}
