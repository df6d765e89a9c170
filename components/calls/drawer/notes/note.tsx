'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Flag, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAskReviewer } from '@/components/shell/account/reviewer-dialog';
import { tell } from '@/components/shell/messages/messages';
import { Button, IconButton } from '@/components/ui/button';
import type { CallNote } from '@/lib/call/call';
import type { NamedNote } from '@/lib/call/writes';
import { dropWriting, keepWriting, type Writing } from './drafts';
import { focusNote } from './focus-note';
import { NoteForm } from './note-form';
import { NoteHead, NoteText } from './note-head';
import { submit } from './outbox';
import { PendingWriting } from './pending-writing';
import type { Phase } from './phases';
import { remove, undoRemoval } from './removals';

type NoteProps = {
  callId: string;
  note: NamedNote;
  /** It is for who looks at it to change. */
  own: boolean;
  /** The change to it that is being made. */
  writing: Writing | undefined;
  phase: Phase | undefined;
};

/** A note that came without an id can only be read. */
export function UnnamedNote({ note }: { note: CallNote }) {
  return (
    <article className="rounded-sm">
      <NoteHead note={note} />
      <NoteText content={note.content} />
    </article>
  );
}

/** A note on the call, or what is becoming of it. */
export function Note(props: NoteProps) {
  const { note, own, writing, phase } = props;
  if (phase?.at === 'removing') return <Removing {...props} sent={phase.sent} />;
  return (
    <article data-note={note.id} tabIndex={-1} className="rounded-sm">
      <div className="flex items-start justify-between gap-2">
        <NoteHead note={note} />
        {own && !writing && <Actions {...props} />}
      </div>
      <Body {...props} />
    </article>
  );
}

function Body({ callId, note, writing, phase }: NoteProps): ReactNode {
  const client = useQueryClient();
  const askReviewer = useAskReviewer();
  if (!writing) return <NoteText content={note.content} />;
  if (phase) return <PendingWriting callId={callId} writing={writing} phase={phase} />;
  return (
    <NoteForm
      label="Text of the note"
      value={writing}
      onType={(value) => keepWriting(callId, { ...writing, ...value })}
      onSave={save}
      onCancel={cancel}
      field={focusOnce}
    />
  );

  /** Words that would be lost can be had back for a while. */
  function cancel() {
    if (!writing) return;
    dropWriting(callId, note.id);
    focusNote(note.id);
    if (writing.content === writing.seen?.content) return;
    tell({
      tone: 'info',
      text: 'The change was discarded.',
      action: { label: 'Undo', run: () => keepWriting(callId, writing) },
    });
  }

  async function save() {
    const by = await askReviewer();
    if (by === null || !writing) return;
    submit({ client, callId }, writing, by);
    focusNote(note.id);
  }
}

/** The form opens under the hand of who asked for it; one that is merely drawn again takes no focus away. */
function focusOnce(field: HTMLTextAreaElement | null) {
  if (field && document.activeElement === document.body) field.focus();
}

function Actions({ callId, note }: NoteProps) {
  const client = useQueryClient();
  const askReviewer = useAskReviewer();
  const seen = { content: note.content ?? '', flagged: note.flagged ?? false };
  const writing: Writing = { id: note.id, kind: 'change', ...seen, seen };
  const target = { client, callId };
  return (
    <span className="-my-1 flex shrink-0">
      <IconButton
        size="small"
        label={seen.flagged ? 'Remove the flag' : 'Flag this note'}
        onClick={() => as((by) => submit(target, { ...writing, flagged: !seen.flagged }, by))}
      >
        <Flag aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton size="small" label="Edit this note" onClick={() => keepWriting(callId, writing)}>
        <Pencil aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton
        size="small"
        label="Delete this note"
        onClick={() => as((by) => remove(target, note, by))}
      >
        <Trash2 aria-hidden className="size-3.5" />
      </IconButton>
    </span>
  );

  async function as(run: (by: string) => void) {
    const by = await askReviewer();
    if (by === null) return;
    run(by);
    focusNote(note.id);
  }
}

/** Holds the place of a note that is going, and the way back. */
function Removing({ callId, note, sent }: NoteProps & { sent: boolean }) {
  const client = useQueryClient();
  return (
    <div
      data-note={note.id}
      tabIndex={-1}
      className="flex items-center justify-between gap-2 rounded-sm text-sm text-muted"
    >
      {sent ? 'Deleting…' : 'Note deleted'}
      {!sent && (
        <Button size="small" onClick={takeBack}>
          Undo
        </Button>
      )}
    </div>
  );

  function takeBack() {
    if (undoRemoval({ client, callId }, note.id)) focusNote(note.id);
  }
}
