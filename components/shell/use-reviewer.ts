'use client';

import { useSyncExternalStore } from 'react';
import { usePage } from './page-context';
import { onStoredText, storedText, storeText } from './stored-text';

/** Where this browser keeps who reviews in it; nothing but the address. */
const KEY = 'callscope.reviewer';

/**
 * The e-mail address of who reviews: who has signed in. Without sign-in it is who says so in this browser; null while
 * nobody has, and then on the server.
 */
export function useReviewer(): string | null {
  const said = useSyncExternalStore(onStoredText, readReviewer, () => null);
  return usePage().who?.account?.email ?? said;
}

export function readReviewer(): string | null {
  return storedText(KEY);
}

/** Keeps the address, or with null forgets it. */
export function keepReviewer(email: string | null): void {
  storeText(KEY, email);
}
