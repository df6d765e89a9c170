import { createStore, useStore } from '@/components/shell/state/external-store';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallNote } from '@/lib/call/call';
import type { Writing } from './drafts';

/** How far a writing, or the removal of a note, has come. What has no phase is being typed. */
export type Phase =
  /** Not sent yet: it can be undone. */
  | { at: 'held' | 'sending' }
  | { at: 'removing'; sent: boolean }
  /** It is certain that nothing was saved. Without a problem: it was looked for and is not there. */
  | { at: 'failed'; problem: Problem | null }
  /** It may have been saved. `checking` while the call is read again; `problem` says why that is not known. */
  | { at: 'doubtful'; problem: Problem | null; checking: boolean }
  /** The note is another one by now, or with null gone. */
  | { at: 'conflict'; theirs: CallNote | null };

type Phases = ReadonlyMap<string, Phase>;

const phases = createStore<Phases>(new Map());

export function usePhases(): Phases {
  return useStore(phases);
}

export function phaseKey(callId: string, noteId: string): string {
  return `${callId} ${noteId}`;
}

export function setPhase(key: string, phase: Phase | null): void {
  const next = new Map(phases.get());
  if (phase === null) next.delete(key);
  else next.set(key, phase);
  phases.set(next);
}

export function phaseNow(key: string): Phase | undefined {
  return phases.get().get(key);
}

/** What was handed over before the page was loaded anew has no phase in it: what became of it is not known. */
export function phaseOf(all: Phases, callId: string, { id, sent }: Writing): Phase | undefined {
  const phase = all.get(phaseKey(callId, id));
  return phase ?? (sent ? { at: 'doubtful', problem: null, checking: false } : undefined);
}
