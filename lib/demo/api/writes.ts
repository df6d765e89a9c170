import * as z from 'zod';
import type { Call } from '@/lib/call/call';
import { createRandom } from '@/lib/demo/calls/random';

/** What the write endpoints take; `id` and `created_at` of a note are made up when they are not sent. */
export const noteBody = z.object({
  id: z.string().min(1).optional(),
  user_id: z.string().min(1),
  content: z.string(),
  flagged: z.boolean().default(false),
  created_at: z.string().optional(),
});
export const noteChangeBody = noteBody.partial().extend({ flagged: z.boolean().optional() });
export const ratingBody = z.object({
  emoji: z.enum(['✅', '👎', '🚨']),
  email: z.string().min(1),
  operation: z.enum(['add', 'remove']),
  created: z.string().optional(),
});
export const viewedBody = z.object({ email: z.string().min(1) });

/** Always adds: a repeated request writes twice, as on the real server. */
export function withNote(call: Call, note: z.output<typeof noteBody>, now: string): Call {
  const notes = call.notes ?? [];
  const id = note.id ?? createRandom(`${call.id}/${notes.length}/${now}`).hex(24);
  return { ...call, notes: [...notes, { ...note, id, created_at: note.created_at ?? now }] };
}

export function withNoteChanged(
  call: Call,
  noteId: string,
  change: z.output<typeof noteChangeBody>,
): Call {
  const notes = call.notes?.map((note) =>
    note.id === noteId ? { ...note, ...change, id: noteId } : note,
  );
  return { ...call, notes };
}

export function withoutNote(call: Call, noteId: string): Call {
  return { ...call, notes: call.notes?.filter((note) => note.id !== noteId) };
}

export function withRating(call: Call, rating: z.output<typeof ratingBody>, now: string): Call {
  const { operation, emoji, email, created } = rating;
  const ratings = call.ratings ?? [];
  if (operation === 'add') {
    return { ...call, ratings: [...ratings, { emoji, email, created: created ?? now }] };
  }
  return {
    ...call,
    ratings: ratings.filter((given) => given.emoji !== emoji || given.email !== email),
  };
}

export function withViewer(call: Call, email: string): Call {
  const viewers = call.viewed_by ?? [];
  return viewers.includes(email) ? call : { ...call, viewed_by: [...viewers, email] };
}
