import { Flag } from 'lucide-react';
import { When } from '@/components/calls/drawer/overview/when';
import { Badge } from '@/components/ui/badge';
import type { CallNote } from '@/lib/call/call';
import type { NoteVersion } from './drafts';
import { MomentText } from './moment-text';

/** Who wrote a note, and when. */
export function NoteHead({ note }: { note: CallNote }) {
  return (
    <header className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1 text-xs text-muted">
      {note.flagged && <Flagged />}
      <bdi className="text-sm font-medium wrap-anywhere text-text">
        {note.user_id || 'Unknown author'}
      </bdi>
      <When iso={note.created_at} />
    </header>
  );
}

export function NoteText({ content }: { content: string | null | undefined }) {
  if (!content) return <p className="text-sm text-muted">This note has no text.</p>;
  return (
    <p className="text-sm whitespace-pre-wrap wrap-anywhere">
      <bdi>
        <MomentText text={content} />
      </bdi>
    </p>
  );
}

/** One of two versions of a note, under a heading that says which. */
export function Version({ title, version }: { title: string; version: NoteVersion }) {
  return (
    <section className="border-l-2 border-line-strong pl-2">
      <h3 className="flex items-center gap-2 text-xs font-semibold text-muted">
        {title}
        {version.flagged && <Flagged />}
      </h3>
      <NoteText content={version.content} />
    </section>
  );
}

export function Flagged() {
  return (
    <Badge tone="bad">
      <Flag aria-hidden className="size-3 fill-current" />
      Flagged
    </Badge>
  );
}
