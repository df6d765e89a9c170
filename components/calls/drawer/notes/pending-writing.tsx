'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAskReviewer } from '@/components/shell/account/reviewer-dialog';
import { tell } from '@/components/shell/messages/messages';
import { Button } from '@/components/ui/button';
import { keepWriting, type Writing } from './drafts';
import { focusNewNote, focusNote } from './focus-note';
import { Flagged, NoteText, Version } from './note-head';
import { checkAgain, discard, edit, keepAsNew, overwrite, send, undo } from './outbox';
import type { Phase } from './phases';

type PendingWritingProps = { callId: string; writing: Writing; phase: Phase };

/** A note that is not safely on the call yet: its words, how it stands, and what can be done. */
export function PendingWriting(props: PendingWritingProps) {
  const { writing, phase } = props;
  const both = phase.at === 'conflict';
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" aria-label={TITLES[phase.at]}>
      {!both && (
        <div>
          {writing.flagged && <Flagged />}
          <NoteText content={writing.content} />
        </div>
      )}
      <State {...props} />
    </fieldset>
  );
}

const TITLES: Record<Phase['at'], string> = {
  held: 'Note that is about to be saved',
  sending: 'Note that is being saved',
  removing: 'Note that is being deleted',
  failed: 'Note that was not saved',
  doubtful: 'Note that may not have been saved',
  conflict: 'Two versions of a note',
};

function State({ callId, writing, phase }: PendingWritingProps) {
  const client = useQueryClient();
  const askReviewer = useAskReviewer();
  const target = { client, callId };
  const as = (run: (by: string) => void) => async () => {
    const by = await askReviewer();
    if (by !== null) run(by);
  };
  const discardButton = (
    <Button size="small" kind="ghost" onClick={throwAway}>
      Discard
    </Button>
  );
  switch (phase.at) {
    case 'held':
      return (
        <Line text="Saved in a moment">
          <Button size="small" onClick={takeBack}>
            Undo
          </Button>
        </Line>
      );
    case 'sending':
    case 'removing':
      return <Line text="Saving…" />;
    case 'failed':
      return (
        <Line
          bad
          text={
            phase.problem
              ? `Not saved: ${phase.problem.title}. ${phase.problem.detail}`
              : 'It is not on the call: it was not saved.'
          }
        >
          <Button size="small" onClick={as((by) => void send(target, writing, by))}>
            {phase.problem ? 'Try again' : 'Send again'}
          </Button>
          <Button size="small" onClick={change}>
            Edit
          </Button>
          {discardButton}
        </Line>
      );
    case 'doubtful':
      return (
        <Line
          bad
          text={`It is not known whether this was saved.${phase.problem ? ` ${phase.problem.detail}` : ''}`}
        >
          <Button
            size="small"
            aria-disabled={phase.checking}
            onClick={() => phase.checking || void checkAgain(target, writing)}
          >
            {phase.checking ? 'Checking…' : 'Check again'}
          </Button>
          {discardButton}
        </Line>
      );
    case 'conflict': {
      const { theirs } = phase;
      return (
        <>
          <Version title="Yours" version={writing} />
          {theirs && (
            <Version
              title="On the call now"
              version={{ content: theirs.content ?? '', flagged: theirs.flagged ?? false }}
            />
          )}
          <Line
            bad
            text={
              theirs
                ? 'The note has changed meanwhile.'
                : 'The note was deleted meanwhile, or cannot be found any more.'
            }
          >
            {theirs && (
              <Button size="small" onClick={as((by) => overwrite(target, writing, theirs, by))}>
                Overwrite
              </Button>
            )}
            <Button size="small" onClick={throwAway}>
              {theirs ? 'Take theirs' : 'Discard mine'}
            </Button>
            <Button size="small" onClick={as((by) => keepAsNew(target, writing, by))}>
              Keep mine as a new note
            </Button>
          </Line>
        </>
      );
    }
  }

  function takeBack() {
    if (undo(target, writing)) toForm(writing);
  }

  function change() {
    toForm(edit(target, writing));
  }

  function toForm({ kind, id }: Writing) {
    if (kind === 'new') focusNewNote();
    else focusNote(id);
  }

  /** The words can be had back for a while. */
  function throwAway() {
    discard(target, writing.id);
    const { sent: _, ...unsent } = writing;
    tell({
      tone: 'info',
      text: 'What you wrote was discarded.',
      action: { label: 'Undo', run: () => keepWriting(callId, unsent) },
    });
  }
}

type LineProps = { text: string; bad?: boolean; children?: ReactNode };

/** How it stands, and what can be done about it. */
function Line({ text, bad = false, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <p className={bad ? 'basis-full wrap-anywhere text-bad' : 'text-muted'}>{text}</p>
      {children}
    </div>
  );
}
