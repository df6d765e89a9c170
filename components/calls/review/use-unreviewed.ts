'use client';

import { useSyncExternalStore } from 'react';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { onStoredText, storedText, storeText } from '@/components/shell/state/stored-text';
import { ANYONE } from '@/lib/call/query/filters';

/** By whom a call is not rated that the walk stops at. */
export type Unreviewed = 'by anyone' | 'by me';

const KEY = 'callscope.unreviewed';

/** Which calls count as unreviewed: the person's choice, and whom it means. */
export function useUnreviewed(): { choice: Unreviewed; by: string } {
  const kept = useSyncExternalStore<Unreviewed>(onStoredText, read, () => 'by anyone');
  const reviewer = useReviewer();
  // As long as nobody has said who they are, nothing can be theirs.
  return kept === 'by me' && reviewer !== null
    ? { choice: 'by me', by: reviewer }
    : { choice: 'by anyone', by: ANYONE };
}

export function keepUnreviewed(choice: Unreviewed): void {
  storeText(KEY, choice);
}

function read(): Unreviewed {
  return storedText(KEY) === 'by me' ? 'by me' : 'by anyone';
}
