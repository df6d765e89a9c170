'use client';

import { useSyncExternalStore } from 'react';

/** Where the walk through unreviewed calls stands. The strip over the list and the open call both tell it. */
export type WalkState = {
  /** The next call is being looked for. */
  busy: boolean;
  /** What the person has to know, as long as they are where it was said. */
  message: { text: string; spot: string } | null;
  /** Where the end was reached and said to be: the next step from there starts over. */
  endedAt: string | null;
};

const IDLE: WalkState = { busy: false, message: null, endedAt: null };

let state = IDLE;
const listeners = new Set<() => void>();

export function useWalkState(): WalkState {
  return useSyncExternalStore(subscribe, walkState, () => IDLE);
}

export function walkState(): WalkState {
  return state;
}

/** The new state; what is not named is as at the start. */
export function setWalkState(next: Partial<WalkState>): void {
  state = { ...IDLE, ...next };
  for (const notify of listeners) notify();
}

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => void listeners.delete(notify);
}
