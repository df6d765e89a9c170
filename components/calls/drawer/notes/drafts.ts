import { useSyncExternalStore } from 'react';
import { onStoredText, storedText, storeText } from '@/components/shell/state/stored-text';

/** A note's words and flag. */
export type NoteVersion = { content: string; flagged: boolean };

/** What somebody is writing on a call, kept in this browser from the first letter until it is known to be saved. */
export type Writing = NoteVersion & {
  /** The note's id. Who writes a note gives it its id, so that it can be found again when the answer is lost. */
  id: string;
  kind: 'new' | 'change';
  /** The note as it was when the change to it began. */
  seen?: NoteVersion;
  /** Handed over to be saved: by whom, and what the server's clock showed before. Without an answer it is in doubt. */
  sent?: { by: string; since: string };
};

const PREFIX = 'callscope.draft.';
const NONE: readonly Writing[] = [];

const read = new Map<string, { raw: string; writings: readonly Writing[] }>();

/** Everything that is being written on a call, the oldest first. */
export function useWritings(callId: string): readonly Writing[] {
  return useSyncExternalStore(
    onStoredText,
    () => writingsOn(callId),
    () => NONE,
  );
}

export function writingsOn(callId: string): readonly Writing[] {
  const raw = storedText(PREFIX + callId);
  if (raw === null) return NONE;
  const known = read.get(callId);
  if (known?.raw === raw) return known.writings;
  const writings = parse(raw);
  read.set(callId, { raw, writings });
  return writings;
}

/** Begins a note with this text; a note that is begun already goes on with it after a blank line. */
export function startDraft(callId: string, text: string): void {
  const begun = writingsOn(callId).findLast(({ kind, sent }) => kind === 'new' && !sent);
  const content = begun && begun.content.trim() !== '' ? `${begun.content.trimEnd()}\n\n` : '';
  keepWriting(callId, {
    ...(begun ?? newWriting()),
    content: content + text,
  });
}

/** A note that nobody has written a letter of yet. */
export function newWriting(): Writing {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, kind: 'new', content: '', flagged: false };
}

/** Keeps a writing in the place of the one with its id; a new note of which nothing is left is forgotten. */
export function keepWriting(callId: string, writing: Writing): void {
  const others = writingsOn(callId);
  const empty = writing.kind === 'new' && writing.content === '' && !writing.flagged;
  const place = others.findIndex(({ id }) => id === writing.id);
  if (empty) dropWriting(callId, writing.id);
  else keep(callId, place < 0 ? [...others, writing] : others.with(place, writing));
}

export function dropWriting(callId: string, id: string): void {
  keep(
    callId,
    writingsOn(callId).filter((writing) => writing.id !== id),
  );
}

function keep(callId: string, writings: readonly Writing[]): void {
  storeText(PREFIX + callId, writings.length === 0 ? null : JSON.stringify(writings));
}

function parse(raw: string): readonly Writing[] {
  try {
    const value: unknown = JSON.parse(raw);
    return Array.isArray(value) ? value.filter(isWriting) : NONE;
  } catch {
    return NONE;
  }
}

/** Guarantee: only this file writes these keys, and it writes writings whole; older forms fail the test. */
function isWriting(value: unknown): value is Writing {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'id' in value &&
    typeof value.id === 'string' &&
    'content' in value &&
    typeof value.content === 'string' &&
    'flagged' in value &&
    typeof value.flagged === 'boolean' &&
    'kind' in value &&
    (value.kind === 'new' || value.kind === 'change')
  );
}
