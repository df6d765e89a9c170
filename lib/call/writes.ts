import * as z from 'zod/mini';
import type { Call, CallNote, CallRating } from './call';
import { MAX_NOTE_LENGTH } from './limits';
import { RATINGS } from './query/filters';

/** What the page sends when a reviewer writes on a call. */

const content = z.string().check(
  z.refine((text) => text.trim() !== '', 'must not be empty'),
  z.refine(
    (text) => text.length <= MAX_NOTE_LENGTH,
    `must not be longer than ${MAX_NOTE_LENGTH} characters`,
  ),
);

const noteId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be an id'));

/**
 * `POST /api/calls/{id}/notes`. Who writes the note gives it its `id`, so that a note whose answer was lost can be
 * found again; without one the server makes one up.
 */
export const noteBodySchema = z.object({
  id: z.optional(noteId),
  content,
  flagged: z._default(z.boolean(), false),
});

/**
 * `PATCH /api/calls/{id}/notes/{noteId}`. `seen` is the note as the reviewer saw it: when it is another one by now,
 * nothing is written. Without it the note is written over.
 */
export const noteChangeBodySchema = z.object({
  content,
  flagged: z.boolean(),
  seen: z.optional(z.object({ content: z.nullish(z.string()), flagged: z.nullish(z.boolean()) })),
});

/** `PATCH /api/calls/{id}/ratings`. */
export const ratingBodySchema = z.object({
  emoji: z.enum(RATINGS),
  operation: z.enum(['add', 'remove']),
});

export type NoteBody = z.output<typeof noteBodySchema>;
export type NoteChangeBody = z.output<typeof noteChangeBodySchema>;
export type RatingBody = z.output<typeof ratingBodySchema>;

/** A note about to be written. `created_at` is an ISO 8601 instant. */
export type NewNote = Required<NoteBody> & { user_id: string; created_at: string };

/**
 * The note of a call that is the one that was sent. By its id; the upstream is not known to keep a given id, so also
 * by its author, its words and a moment no earlier than the one it was written at.
 */
export function sentNote(call: Pick<Call, 'notes'>, sent: NewNote): CallNote | undefined {
  const notes = call.notes ?? [];
  return (
    notes.find(({ id }) => id === sent.id) ??
    notes.find(
      (note) =>
        note.user_id === sent.user_id &&
        note.content === sent.content &&
        (note.flagged ?? false) === sent.flagged &&
        Date.parse(note.created_at ?? '') >= Date.parse(sent.created_at),
    )
  );
}

/** A note that can be changed: others cannot be named to the upstream. */
export type NamedNote = CallNote & { id: string };

export function isNamed(note: CallNote): note is NamedNote {
  return typeof note.id === 'string';
}

/** This rating by this person, if it was given; addresses differ in case and are still the same. */
export function ratingOf(
  call: Pick<Call, 'ratings'>,
  email: string,
  emoji: string,
): CallRating | undefined {
  return call.ratings?.find(
    (rating) => rating.emoji === emoji && isSameAddress(rating.email, email),
  );
}

export function hasRated(call: Pick<Call, 'ratings'>, email: string, emoji: string): boolean {
  return ratingOf(call, email, emoji) !== undefined;
}

export function hasViewed(call: Pick<Call, 'viewed_by'>, email: string): boolean {
  return (call.viewed_by ?? []).some((viewer) => isSameAddress(viewer, email));
}

export function isSameAddress(one: string | null | undefined, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}
