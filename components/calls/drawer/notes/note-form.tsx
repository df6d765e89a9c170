'use client';

import { type KeyboardEvent, type Ref, useId } from 'react';
import { Button } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { MAX_NOTE_LENGTH } from '@/lib/call/limits';
import { formatCount } from '@/lib/format/number';
import type { NoteVersion } from './drafts';

type NoteFormProps = {
  label: string;
  value: NoteVersion;
  onType: (value: NoteVersion) => void;
  onSave: () => void;
  /** What puts it away: nothing for the form of a new note, which is always there. */
  onCancel?: () => void;
  field?: Ref<HTMLTextAreaElement>;
  /** Marks the field that the key for a new note leads to. */
  isNew?: boolean;
};

/** How close to the longest note the count of characters is shown. */
const NEAR = 1_000;

/** The words and the flag of a note. Nothing in it is state of its own: each letter is kept as it is typed. */
export function NoteForm(props: NoteFormProps) {
  const { label, value, onType, onSave, onCancel, field, isNew = false } = props;
  const id = useId();
  const left = MAX_NOTE_LENGTH - value.content.length;
  const ready = value.content.trim() !== '' && left >= 0;
  const save = () => ready && onSave();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        rows={3}
        placeholder={isNew ? 'Write a note' : undefined}
        value={value.content}
        data-new-note={isNew ? '' : undefined}
        aria-describedby={left < NEAR ? `${id}-left` : undefined}
        aria-invalid={left < 0}
        onChange={(event) => onType({ ...value, content: event.target.value })}
        onKeyDown={onKey}
        className={`${FIELD} field-sizing-content max-h-80 min-h-17 w-full resize-y px-2.5 py-1.5`}
      />
      {left < NEAR && (
        <p id={`${id}-left`} className={`text-xs ${left < 0 ? 'text-bad' : 'text-muted'}`}>
          {left < 0
            ? `${formatCount(-left)} characters too many`
            : `${formatCount(left)} characters left`}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <label className="mr-auto flex min-h-6 items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            checked={value.flagged}
            onChange={(event) => onType({ ...value, flagged: event.target.checked })}
          />
          Flag
        </label>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="small" kind="accent" aria-disabled={!ready} onClick={save}>
          Save note
        </Button>
        <span aria-hidden className="flex gap-1 max-md:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd>
        </span>
      </div>
    </div>
  );

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    // Escape leaves the field, so that single keys work again; the call stays open.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      if (onCancel) onCancel();
      else event.currentTarget.closest<HTMLElement>('[role="dialog"]')?.focus();
    }
  }
}
