import { CallscopeError } from '@/lib/server/errors';
import type { UpstreamWrites } from '@/lib/server/upstream/port/upstream';
import { checkId } from '@/lib/server/upstream/reading/check-id';
import type { createWrite } from '@/lib/server/upstream/transport/write';

/** The write endpoints. */
export function createWrites(write: ReturnType<typeof createWrite>): UpstreamWrites {
  return {
    addNote: async (id, note) =>
      write({ subject: 'call', method: 'POST', path: `${pathOf(id)}/notes`, body: note }),
    changeNote: async (id, note) =>
      write({ subject: 'note', method: 'PATCH', path: notePath(id, note.id), body: note }),
    removeNote: async (id, noteId) =>
      write({ subject: 'note', method: 'DELETE', path: notePath(id, noteId) }),
    rate: async (id, rating) =>
      write({ subject: 'call', method: 'PATCH', path: `${pathOf(id)}/ratings`, body: rating }),
    markViewed: async (id, email) =>
      write({ subject: 'call', method: 'PATCH', path: `${pathOf(id)}/viewed`, body: { email } }),
  };
}

function pathOf(id: string): string {
  checkId(id);
  return `/calls/${encodeURIComponent(id)}`;
}

function notePath(id: string, noteId: string): string {
  // An address swallows dots: one note less in the path, and all of them would be meant.
  if (/^\.*$/.test(noteId)) throw new CallscopeError('not_found', 'A note cannot be called so.');
  return `${pathOf(id)}/notes/${encodeURIComponent(noteId)}`;
}
