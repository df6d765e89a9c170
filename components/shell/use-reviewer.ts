'use client';

import { useSyncExternalStore } from 'react';
import { onStoredText, storedText, storeText } from './stored-text';

/** Where this browser keeps who reviews in it; nothing but the address. */
const KEY = 'callscope.reviewer';

/** The e-mail address of who reviews in this browser; null while nobody has said so, and on the server. */
export function useReviewer(): string | null {
  return useSyncExternalStore(onStoredText, readReviewer, () => null);
}

export function readReviewer(): string | null {
  return storedText(KEY);
}

/** Keeps the address, or with null forgets it. */
export function keepReviewer(email: string | null): void {
  storeText(KEY, email);
}
