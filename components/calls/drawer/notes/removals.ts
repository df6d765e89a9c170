import { knownCall, readAgain, showCall } from '@/components/calls/review/ratings/patch-call';
import { tell } from '@/components/shell/messages/messages';
import { problemOf } from '@/lib/api/get-json';
import { leavesDoubt, removeNote } from '@/lib/api/reviews';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { NamedNote } from '@/lib/call/writes';
import { hold, release } from './debounced-sends';
import type { NoteTarget } from './outbox';
import { phaseKey, setPhase } from './phases';

/** Takes a note away at once and deletes it a few seconds later: undoing it means that nothing was ever asked for. */
export function remove(target: NoteTarget, note: NamedNote, by: string): void {
  const key = phaseKey(target.callId, note.id);
  setPhase(key, { at: 'removing', sent: false });
  tell({ tone: 'said', text: 'Note deleted in five seconds; until then it can be undone.' });
  hold(key, () => void send(target, note, by));
}

/** False when it has left already. */
export function undoRemoval({ callId }: NoteTarget, id: string): boolean {
  const key = phaseKey(callId, id);
  if (!release(key)) return false;
  setPhase(key, null);
  tell({ tone: 'said', text: 'The note stays.' });
  return true;
}

async function send(target: NoteTarget, note: NamedNote, by: string): Promise<void> {
  const { client, callId } = target;
  const key = phaseKey(callId, note.id);
  const now = knownCall(client, callId)?.notes?.find(({ id }) => id === note.id);
  if (now && (now.content !== note.content || now.flagged !== note.flagged)) {
    setPhase(key, null);
    return kept(callId, 'it has changed meanwhile');
  }
  setPhase(key, { at: 'removing', sent: true });
  try {
    await showCall(client, await removeNote(callId, note.id, by));
    tell({ tone: 'said', text: 'The note is deleted.' });
  } catch (thrown) {
    await failed(target, note.id, thrown);
  }
  setPhase(key, null);
}

/** Nobody typed anything that could be lost: the note is shown again, unless it is gone. */
async function failed({ client, callId }: NoteTarget, id: string, thrown: unknown): Promise<void> {
  const problem = problemOf(thrown);
  const unknown = leavesDoubt(problem);
  const call =
    unknown || problem.code === 'not_found'
      ? await readAgain(client, callId).catch((): CallResponse | undefined => undefined)
      : undefined;
  if (call?.meta.source === 'live') {
    await showCall(client, call);
    if (!call.notes?.some((note) => note.id === id))
      return void tell({ tone: 'said', text: 'The note is deleted.' });
  } else if (unknown) {
    return void tell({
      tone: 'bad',
      text: `It is not known whether a note was deleted: ${problem.title}. ${problem.detail}`,
      notesOf: callId,
    });
  }
  kept(callId, `${problem.title}. ${problem.detail}`);
}

function kept(callId: string, why: string): void {
  tell({ tone: 'bad', text: `A note was not deleted: ${why}`, notesOf: callId });
}
