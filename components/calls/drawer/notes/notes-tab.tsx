'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useAskReviewer } from '@/components/shell/account/reviewer-dialog';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { useMay } from '@/components/shell/context/use-may';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { CallRow } from '@/lib/call/call';
import { newestFirst } from '@/lib/call/review/review';
import { isNamed, type NamedNote } from '@/lib/call/writes';
import { keepWriting, newWriting, useWritings, type Writing } from './drafts';
import { Note, UnnamedNote } from './note';
import { NoteForm } from './note-form';
import { isOwn, settleArrived, submit } from './outbox';
import { PendingWriting } from './pending-writing';
import { phaseKey, phaseOf, usePhases } from './phases';

type NotesTabProps = {
  call: CallRow;
  /** The call as the server answered, once it has. */
  whole: CallResponse | undefined;
};

/** The notes on a call, those on their way included, and the field for a new one. Load it lazily. */
export default function NotesTab({ call, whole }: NotesTabProps) {
  const reviewer = useReviewer();
  const mayWrite = useMay('review');
  const mayEditAll = useMay('others_notes');
  const client = useQueryClient();
  const writings = useWritings(call.id);
  const phases = usePhases();
  const notes = newestFirst(call.notes);
  const written = new Map(writings.map((writing) => [writing.id, writing]));
  const isThere = (id: string) => notes.some((note) => note.id === id);
  const alone = writings.flatMap((writing) => {
    const phase = phaseOf(phases, call.id, writing);
    if (writing.kind === 'change' && isThere(writing.id)) return [];
    if (phase) return [{ writing, phase }];
    // A change that was being typed when the note went.
    const gone = { at: 'conflict', theirs: null } as const;
    return writing.kind === 'change' ? [{ writing, phase: gone }] : [];
  });

  const settle = useEffectEvent((answer: CallResponse) =>
    settleArrived({ client, callId: call.id }, writings, answer),
  );
  useEffect(() => {
    if (whole) settle(whole);
  }, [whole]);

  return (
    <section aria-label="Notes" tabIndex={-1} className="outline-none" {...useFocusHeld()}>
      {mayWrite ? (
        <NewNotes callId={call.id} typing={writings.filter(isTyping)} />
      ) : (
        <p className="border-b border-line px-4 py-3 text-sm text-muted">
          You can read here. Writing notes and rating calls takes the role “reviewer”.
        </p>
      )}
      {alone.length > 0 && (
        <ol aria-label="Notes on their way">
          {alone.map(({ writing, phase }) => (
            <li key={writing.id} className="border-b border-line bg-surface px-4 py-3">
              <article>
                <PendingWriting callId={call.id} writing={writing} phase={phase} />
              </article>
            </li>
          ))}
        </ol>
      )}
      {notes.length === 0 && alone.length === 0 && (
        <p className="p-4 text-sm text-muted">Nobody has written a note on this call.</p>
      )}
      {notes.length > 0 && (
        <ol aria-label="Notes, newest first">
          {notes.map((note, place) => (
            <li
              key={`${place} ${note.id ?? ''}`}
              className="border-b border-line px-4 py-3 last:border-b-0"
            >
              {isNamed(note) ? (
                <Note
                  callId={call.id}
                  note={note}
                  own={mayWrite && (mayEditAll || isOwn(note, reviewer))}
                  writing={changeOf(note)}
                  phase={phaseOfNote(note)}
                />
              ) : (
                <UnnamedNote note={note} />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );

  function isTyping(writing: Writing): boolean {
    return writing.kind === 'new' && phaseOf(phases, call.id, writing) === undefined;
  }

  function changeOf(note: NamedNote): Writing | undefined {
    const writing = written.get(note.id);
    return writing?.kind === 'change' ? writing : undefined;
  }

  function phaseOfNote(note: NamedNote) {
    const writing = changeOf(note);
    return writing ? phaseOf(phases, call.id, writing) : phases.get(phaseKey(call.id, note.id));
  }
}

/** The field for a new note; more than one only when a note was taken back while another was being written. */
function NewNotes({ callId, typing }: { callId: string; typing: readonly Writing[] }) {
  const client = useQueryClient();
  const askReviewer = useAskReviewer();
  const place = useRef<HTMLDivElement>(null);
  const forms = typing.length === 0 ? [newWriting()] : typing;
  return (
    <div ref={place} className="border-b border-line">
      {forms.map((writing, index) => (
        <div key={index === 0 ? 'first' : writing.id} className="px-4 py-3">
          <NoteForm
            label="New note"
            isNew={index === 0}
            value={writing}
            onType={(value) => keepWriting(callId, { ...writing, ...value })}
            onSave={() => void save(writing)}
          />
        </div>
      ))}
    </div>
  );

  /** The keyboard goes back to the call, so that its keys work for the next one. */
  async function save(writing: Writing) {
    const by = await askReviewer();
    if (by === null) return;
    submit({ client, callId }, writing, by);
    place.current?.closest<HTMLElement>('[role="dialog"]')?.focus();
  }
}

/** What had the focus can go while it is read: the keyboard then goes on from the notes, not from nowhere. */
function useFocusHeld() {
  const box = useRef<HTMLElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) box.current?.focus();
  });
  return {
    ref: box,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget && !currentTarget.contains(relatedTarget)) inside.current = false;
    },
  };
}
