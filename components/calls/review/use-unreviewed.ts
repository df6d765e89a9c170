'use client';

import { useSyncExternalStore } from 'react';
import { useReviewer } from '@/components/shell/use-reviewer';
import { ANYONE } from '@/lib/call/filters';

/** By whom a call is not rated that the walk stops at. */
export type Unreviewed = 'by anyone' | 'by me';

const KEY = 'callscope.unreviewed';
const CHANGED = 'callscope:unreviewed';

/** Which calls count as unreviewed: the person's choice, and whom it means. */
export function useUnreviewed(): { choice: Unreviewed; by: string } {
  const kept = useSyncExternalStore<Unreviewed>(subscribe, read, () => 'by anyone');
  const reviewer = useReviewer();
  // As long as nobody has said who they are, nothing can be theirs.
  return kept === 'by me' && reviewer !== null
    ? { choice: 'by me', by: reviewer }
    : { choice: 'by anyone', by: ANYONE };
}

export function keepUnreviewed(choice: Unreviewed): void {
  try {
    localStorage.setItem(KEY, choice);
  } finally {
    window.dispatchEvent(new Event(CHANGED));
  }
}

function read(): Unreviewed {
  try {
    return localStorage.getItem(KEY) === 'by me' ? 'by me' : 'by anyone';
  } catch {
    return 'by anyone';
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
