import { Flag } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { CallNote, CallRow } from '@/lib/call/call';
import { newestFirst } from '@/lib/call/review';
import { When } from './when';

export function NotesTab({ call }: { call: CallRow }) {
  const notes = newestFirst(call.notes);
  if (notes.length === 0)
    return <p className="p-4 text-sm text-muted">Nobody has written a note on this call.</p>;
  return (
    <ol aria-label="Notes, newest first">
      {notes.map((note, place) => (
        <li key={`${place} ${note.id}`} className="border-b border-line px-4 py-3 last:border-b-0">
          <Note note={note} />
        </li>
      ))}
    </ol>
  );
}

function Note({ note }: { note: CallNote }) {
  return (
    <article>
      <header className="mb-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-xs text-muted">
        {note.flagged && (
          <Badge tone="bad">
            <Flag aria-hidden className="size-3 fill-current" />
            Flagged
          </Badge>
        )}
        <bdi className="text-sm font-medium wrap-anywhere text-text">
          {note.user_id || 'Unknown author'}
        </bdi>
        <When iso={note.created_at} />
      </header>
      {note.content ? (
        <p className="text-sm whitespace-pre-wrap wrap-anywhere">
          <bdi>{note.content}</bdi>
        </p>
      ) : (
        <p className="text-sm text-muted">This note has no text.</p>
      )}
    </article>
  );
}
