import { randomBytes } from 'node:crypto';
import { may } from '@/lib/auth/roles';
import type { ProblemCode } from '@/lib/call/answers/problem';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { Call, CallNote } from '@/lib/call/call';
import { oddCallsOf } from '@/lib/call/odd/odd';
import type { Transcript } from '@/lib/call/transcript/transcript';
import {
  hasRated,
  hasViewed,
  isSameAddress,
  type NewNote,
  type NoteBody,
  type NoteChangeBody,
  type RatingBody,
  ratingOf,
  sentNote,
} from '@/lib/call/writes';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { Reviewer } from '@/lib/server/auth/reviewer';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import { type CallMasks, callMasks } from '@/lib/server/services/redaction/calls';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import type { WriteThrough } from './write-through';

/**
 * What reviewers do with a call. Every write answers with the call as it stands afterwards. Methods throw
 * {@link CallscopeError}: `not_allowed` when the role does not reach, `write_uncertain` when it could not be found out
 * whether it was saved.
 */
export type ReviewsService = {
  transcript(callId: string, principal: Principal): Promise<Transcript>;
  addNote(callId: string, reviewer: Reviewer, note: NoteBody): Promise<CallResponse>;
  /** @throws `not_allowed` for the note of another; `note_changed` when it is not the one that was seen. */
  changeNote(
    callId: string,
    noteId: string,
    reviewer: Reviewer,
    change: NoteChangeBody,
  ): Promise<CallResponse>;
  removeNote(callId: string, noteId: string, reviewer: Reviewer): Promise<CallResponse>;
  rate(callId: string, reviewer: Reviewer, rating: RatingBody): Promise<CallResponse>;
  markViewed(callId: string, reviewer: Reviewer): Promise<CallResponse>;
};

type Parts = {
  upstream: Upstream;
  writeThrough: WriteThrough;
  now: () => Date;
  /** How transcripts are shown to who may not see numbers. */
  masks?: CallMasks;
};

export function createReviewsService({
  upstream,
  writeThrough,
  now,
  masks = callMasks(),
}: Parts): ReviewsService {
  async function read(callId: string): Promise<CallResponse> {
    const at = now().toISOString();
    const call = await upstream.getCall(callId, { afresh: true });
    await writeThrough.keepNow(call, at);
    const odd = oddCallsOf([call]);
    return { ...call, meta: { source: 'live', stale: false, as_of: at, invalid: [], odd } };
  }

  /** Writes once. When that leaves doubt, the call itself tells whether it was written. */
  async function write(
    callId: string,
    run: () => Promise<void>,
    isDone: (call: Call) => boolean,
  ): Promise<CallResponse> {
    try {
      await run();
    } catch (error) {
      if (!hasCode(error, 'write_uncertain')) throw error;
      const call = await read(callId).catch(() => undefined);
      if (call && isDone(call)) return call;
      throw error;
    }
    return read(callId).catch((cause: unknown) => {
      throw new CallscopeError(
        'write_uncertain',
        'It was saved, but the call could not be read again to show it.',
        { cause },
      );
    });
  }

  /** The note, if this person may change it. */
  async function ownNote(callId: string, noteId: string, { email, who }: Reviewer) {
    const call = await upstream.getCall(callId, { afresh: true });
    const note = call.notes?.find(({ id }) => id === noteId);
    if (!note) {
      throw new CallscopeError(
        'not_found',
        'This note is gone: somebody has deleted it meanwhile.',
      );
    }
    if (may(who, 'others_notes') || isSameAddress(note.user_id, email)) return note;
    throw new CallscopeError('not_allowed', 'Only its author and managers can change a note.');
  }

  return {
    async transcript(callId, { who, signal }) {
      authorise(who, 'read');
      return shownTo(who, await upstream.getTranscript(callId, { signal }), masks.transcript);
    },

    async addNote(
      callId,
      { email, who },
      { id = randomBytes(12).toString('hex'), content, flagged },
    ) {
      authorise(who, 'review');
      const note: NewNote = {
        id,
        content,
        flagged,
        user_id: email,
        created_at: now().toISOString(),
      };
      // Sent again by somebody who could not know that it had arrived, it would be there twice.
      const before = await read(callId);
      const there = before.notes?.find((it) => it.id === id);
      if (there && isSameNote(there, note)) return before;
      if (there) throw new CallscopeError('note_changed', 'There is another note with this id.');
      return write(
        callId,
        () => upstream.addNote(callId, note),
        (call) => sentNote(call, note) !== undefined,
      );
    },

    async changeNote(callId, noteId, reviewer, { content, flagged, seen }) {
      authorise(reviewer.who, 'review');
      const note = await ownNote(callId, noteId, reviewer);
      if (seen && !isSameNote(note, seen)) {
        throw new CallscopeError('note_changed', 'Somebody has changed this note meanwhile.');
      }
      const changed: NewNote = {
        id: noteId,
        content,
        flagged,
        user_id: note.user_id ?? reviewer.email,
        created_at: note.created_at ?? now().toISOString(),
      };
      return write(
        callId,
        () => upstream.changeNote(callId, changed),
        (call) => call.notes?.some((it) => it.id === noteId && isSameNote(it, changed)) ?? false,
      );
    },

    async removeNote(callId, noteId, reviewer) {
      authorise(reviewer.who, 'review');
      await ownNote(callId, noteId, reviewer);
      return write(
        callId,
        () => upstream.removeNote(callId, noteId),
        (call) => !call.notes?.some(({ id }) => id === noteId),
      );
    },

    async rate(callId, { email, who }, { emoji, operation }) {
      authorise(who, 'review');
      const isGiven = operation === 'add';
      const isSo = (call: Call) => hasRated(call, email, emoji) === isGiven;
      const before = await read(callId);
      // Given twice it would count twice.
      if (isSo(before)) return before;
      // Taken back under the address it was given under, however that was written.
      const given = ratingOf(before, email, emoji)?.email ?? email;
      const rating = { emoji, email: given, operation, created: now().toISOString() };
      return write(callId, () => upstream.rate(callId, rating), isSo);
    },

    async markViewed(callId, { email, who }) {
      authorise(who, 'review');
      return write(
        callId,
        () => upstream.markViewed(callId, email),
        (call) => hasViewed(call, email),
      );
    },
  };
}

function isSameNote(
  note: Pick<CallNote, 'content' | 'flagged'>,
  other: Pick<CallNote, 'content' | 'flagged'>,
): boolean {
  return (
    (note.content ?? '') === (other.content ?? '') &&
    (note.flagged ?? false) === (other.flagged ?? false)
  );
}

function hasCode(error: unknown, code: ProblemCode): boolean {
  return isCallscopeError(error) && error.code === code;
}
