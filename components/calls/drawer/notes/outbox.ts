import type { QueryClient } from '@tanstack/react-query';
import { readAgain, showCall } from '@/components/calls/review/ratings/patch-call';
import { tell } from '@/components/shell/messages/messages';
import { callQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import { addNote, changeNote, leavesDoubt } from '@/lib/api/reviews';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { CallNote } from '@/lib/call/call';
import { isSameAddress, sentNote } from '@/lib/call/writes';
import { hold, release } from './debounced-sends';
import { dropWriting, keepWriting, newWriting, type Writing } from './drafts';
import { phaseKey, phaseNow, setPhase } from './phases';

/**
 * Notes on their way. A note that is saved is shown at once and sent five seconds later: undoing it means that it
 * never left. From then on it is sent once; whether it is sent again only the person decides. All of it is outside of
 * React, so that calls can be walked meanwhile. (TanStack's mutations would do the sending; the waiting, the doubt
 * and surviving a reload would still be here.)
 */
export type NoteTarget = { client: QueryClient; callId: string };

/** Shows it as saved and sends it in a moment. */
export function submit(target: NoteTarget, writing: Writing, by: string): void {
  const key = phaseKey(target.callId, writing.id);
  keepWriting(target.callId, writing);
  setPhase(key, { at: 'held' });
  tell({ tone: 'said', text: 'Note saved in five seconds; until then it can be undone.' });
  hold(key, () => void send(target, writing, by));
}

/** Back to being typed; false when it has left already. A mere change of the flag is forgotten instead. */
export function undo({ callId }: NoteTarget, { id, content, seen }: Writing): boolean {
  const key = phaseKey(callId, id);
  if (!release(key)) return false;
  setPhase(key, null);
  if (seen?.content === content) dropWriting(callId, id);
  tell({ tone: 'said', text: 'Not saved.' });
  return true;
}

/** Sends a writing, once. */
export async function send(target: NoteTarget, writing: Writing, by: string): Promise<void> {
  const { client, callId } = target;
  const { id, kind, content, flagged, seen } = writing;
  const key = phaseKey(callId, id);
  const since = client.getQueryData(callQueryOptions(callId).queryKey)?.meta.as_of;
  const sent = { by, since: since ?? new Date().toISOString() };
  keepWriting(callId, { ...writing, sent });
  setPhase(key, { at: 'sending' });
  try {
    const call = await (kind === 'new'
      ? addNote(callId, by, { id, content, flagged })
      : changeNote(callId, id, by, { content, flagged, seen }));
    await arrived(target, writing, call);
  } catch (thrown) {
    await failed(target, { ...writing, sent }, problemOf(thrown));
  }
}

async function arrived({ client, callId }: NoteTarget, { id }: Writing, call: CallResponse) {
  await showCall(client, call);
  dropWriting(callId, id);
  setPhase(phaseKey(callId, id), null);
  tell({ tone: 'said', text: 'The note is saved.' });
}

async function failed(target: NoteTarget, writing: Writing, problem: Problem): Promise<void> {
  const { callId } = target;
  const { sent: _, ...unsent } = writing;
  const key = phaseKey(callId, writing.id);
  if (leavesDoubt(problem)) {
    setPhase(key, { at: 'doubtful', problem, checking: false });
    return tellNotes(callId, 'It is not known whether a note was saved. What you wrote is kept.');
  }
  keepWriting(callId, unsent);
  const contested = problem.code === 'note_changed' || problem.code === 'not_found';
  if (writing.kind === 'change' && contested) {
    const call = await readAgain(target.client, callId).catch(() => undefined);
    if (call) return compare(target, unsent, call);
  }
  setPhase(key, { at: 'failed', problem });
  tellNotes(callId, `A note was not saved: ${problem.title}. What you wrote is kept.`);
}

/** Reads the call again: is it there? */
export async function checkAgain(target: NoteTarget, writing: Writing): Promise<void> {
  const key = phaseKey(target.callId, writing.id);
  setPhase(key, { at: 'doubtful', problem: null, checking: true });
  try {
    const call = await readAgain(target.client, target.callId);
    if (isArrived(call, writing)) return await arrived(target, writing, call);
    // What is remembered says nothing about what was just written.
    if (call.meta.source !== 'live')
      return setPhase(key, { at: 'doubtful', problem: null, checking: false });
    const { sent: _, ...unsent } = writing;
    keepWriting(target.callId, unsent);
    if (writing.kind === 'change') compare(target, unsent, call);
    else setPhase(key, { at: 'failed', problem: null });
  } catch (thrown) {
    setPhase(key, { at: 'doubtful', problem: problemOf(thrown), checking: false });
  }
}

/** What was in doubt and turns out to be on the call is settled without anybody's asking. */
export function settleArrived(
  target: NoteTarget,
  writings: readonly Writing[],
  call: CallResponse,
): void {
  for (const writing of writings) {
    const isUnderWay = phaseNow(phaseKey(target.callId, writing.id))?.at === 'sending';
    if (writing.sent && !isUnderWay && isArrived(call, writing))
      void arrived(target, writing, call);
  }
}

function isArrived(call: Pick<CallResponse, 'notes'>, writing: Writing): boolean {
  const { id, kind, content, flagged, sent } = writing;
  if (kind === 'change')
    return isVersion(
      call.notes?.find((note) => note.id === id),
      writing,
    );
  if (!sent) return false;
  const note = { id, content, flagged, user_id: sent.by, created_at: sent.since };
  return sentNote(call, note) !== undefined;
}

/** The change did not arrive: either the note is as it was, or there are two versions now. */
function compare({ callId }: NoteTarget, writing: Writing, call: CallResponse): void {
  const theirs = call.notes?.find(({ id }) => id === writing.id) ?? null;
  const unchanged = theirs !== null && writing.seen && isVersion(theirs, writing.seen);
  const key = phaseKey(callId, writing.id);
  setPhase(key, unchanged ? { at: 'failed', problem: null } : { at: 'conflict', theirs });
  if (!unchanged) tellNotes(callId, 'A note was changed by somebody else meanwhile.');
}

/** Writes over the version that the person has just been shown; should it change once more, that is told again. */
export function overwrite(
  target: NoteTarget,
  writing: Writing,
  theirs: CallNote,
  by: string,
): void {
  const seen = { content: theirs.content ?? '', flagged: theirs.flagged ?? false };
  void send(target, { ...writing, seen }, by);
}

/** Leaves the note as others made it, and keeps these words as a note of their own. */
export function keepAsNew(target: NoteTarget, writing: Writing, by: string): void {
  const { content, flagged, id } = writing;
  discard(target, id);
  submit(target, { ...newWriting(), content, flagged }, by);
}

/** Back to being typed. What was sent once gets another id: the first may still arrive. */
export function edit({ callId }: NoteTarget, writing: Writing): Writing {
  const { sent: _, ...unsent } = writing;
  const again = writing.kind === 'new' ? { ...unsent, id: newWriting().id } : unsent;
  dropWriting(callId, writing.id);
  setPhase(phaseKey(callId, writing.id), null);
  keepWriting(callId, again);
  return again;
}

export function discard({ callId }: NoteTarget, id: string): void {
  dropWriting(callId, id);
  setPhase(phaseKey(callId, id), null);
}

export function isOwn(note: Pick<CallNote, 'user_id'>, reviewer: string | null): boolean {
  return reviewer !== null && isSameAddress(note.user_id, reviewer);
}

function isVersion(note: CallNote | undefined, version: Pick<Writing, 'content' | 'flagged'>) {
  if (!note) return false;
  return (note.content ?? '') === version.content && (note.flagged ?? false) === version.flagged;
}

function tellNotes(callId: string, text: string): void {
  tell({ tone: 'bad', text, notesOf: callId });
}
