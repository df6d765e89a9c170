'use client';

import { useSyncExternalStore } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { onStoredText, storedText, storeText } from '@/components/shell/state/stored-text';

/** Where this browser keeps who reviews in it; nothing but the address. */
const KEY = 'callscope.reviewer';

/**
 * The e-mail address of who reviews: who is signed in; where nobody signs in, who this browser says, which is null
 * while nobody has said so, and on the server.
 */
export function useReviewer(): string | null {
  const { who } = usePage();
  const said = useSyncExternalStore(onStoredText, readReviewer, () => null);
  return who?.account ? who.account.email : said;
}

export function readReviewer(): string | null {
  return storedText(KEY);
}

/** Keeps the address, or with null forgets it. */
export function keepReviewer(email: string | null): void {
  storeText(KEY, email);
}
