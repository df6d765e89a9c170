'use client';

import clsx from 'clsx';
import { type FormEvent, useId, useState } from 'react';
import { FIELD } from '@/components/ui/field';

type Ends<T> = { min: T | null; max: T | null };
/** What typed bounds mean, or which of them is wrong and how. */
type Read<T> = { bounds: Ends<T> } | { wrong: 'min' | 'max'; problem: string };

type BoundsFormProps<T> = {
  /** What is bounded, as it stands within a sentence. */
  label: string;
  /** What it is measured in, in words and as a sign behind the fields. */
  unit?: string;
  sign?: string;
  /** The bounds in force as they stand in their fields; empty is an open end. */
  written: { min: string; max: string };
  read: (typed: { min: string; max: string }) => Read<T>;
  onApply: (bounds: Ends<T>) => void;
  type?: 'text' | 'date';
};

/** Two fields for a lower and an upper bound. They filter on Enter or on leaving. */
export function BoundsForm<T>(props: BoundsFormProps<T>) {
  const { label, unit, sign, written, read: reading, onApply, type = 'text' } = props;
  const [draft, setDraft] = useState<Partial<Record<'min' | 'max', string>>>({});
  const [told, setTold] = useState(false);
  const id = useId();
  const typed = { min: draft.min ?? written.min, max: draft.max ?? written.max };
  const read = reading(typed);
  const wrong = 'wrong' in read ? read : null;
  return (
    <>
      <form
        onSubmit={submit}
        onBlur={apply}
        className={clsx('mt-1 flex gap-1.5', type === 'date' ? 'flex-col' : 'items-center')}
      >
        {field('min', type === 'date' ? 'Earliest' : 'Minimum')}
        {type === 'text' && (
          <span aria-hidden className="text-faint">
            –
          </span>
        )}
        {field('max', type === 'date' ? 'Latest' : 'Maximum')}
        {sign && (
          <span aria-hidden className="shrink-0 text-xs text-muted">
            {sign}
          </span>
        )}
        <button type="submit" className="sr-only" tabIndex={-1}>
          Apply
        </button>
      </form>
      {told && wrong && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-xs text-bad">
          {wrong.problem}
        </p>
      )}
    </>
  );

  function field(bound: 'min' | 'max', name: string) {
    const broken = told && wrong?.wrong === bound;
    return (
      <input
        type={type}
        inputMode={type === 'text' ? 'decimal' : undefined}
        aria-label={`${name} ${label}${unit ? ` in ${unit}` : ''}`}
        aria-invalid={broken || undefined}
        aria-describedby={broken ? `${id}-problem` : undefined}
        placeholder={bound === 'min' ? 'Min' : 'Max'}
        maxLength={40}
        value={typed[bound]}
        onChange={(event) => setDraft({ ...draft, [bound]: event.target.value })}
        autoComplete="off"
        className={clsx(
          FIELD,
          'h-7 px-2 tabular-nums',
          type === 'date' ? 'w-full' : 'w-0 flex-1',
          broken && 'border-bad',
        )}
      />
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  /** Each field counts as soon as it is left; what cannot be meant stays in its field and is told. */
  function apply() {
    if (draft.min === undefined && draft.max === undefined) return;
    setTold(true);
    if (!('bounds' in read)) return;
    onApply(read.bounds);
    setDraft({});
    setTold(false);
  }
}
