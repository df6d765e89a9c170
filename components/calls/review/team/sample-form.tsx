'use client';

import { type ReactNode, useId, useState } from 'react';
import { FIELD } from '@/components/ui/field';
import type { Codec } from '@/lib/call/values/codec';
import { callsEach, people, type SamplePlan } from './sample-plan';

type SampleFormProps = {
  /** Null while the numbers are none. */
  onPlan: (plan: SamplePlan | null) => void;
  children: ReactNode;
};

type Draft = { people: string; each: string; same: boolean };

/** For how many people, how many calls each, and whether they are the same ones. */
export function SampleForm({ onPlan, children }: SampleFormProps) {
  const [draft, setDraft] = useState<Draft>({ people: '3', each: '50', same: false });
  return (
    <form className="space-y-2 px-4 py-3" onSubmit={(event) => event.preventDefault()}>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <NumberField
          label="People"
          codec={people}
          value={draft.people}
          onChange={(value) => change({ people: value })}
          first
        />
        <NumberField
          label="Calls each"
          codec={callsEach}
          value={draft.each}
          onChange={(value) => change({ each: value })}
        />
      </div>
      <fieldset className="flex flex-wrap gap-x-6 text-sm">
        <legend className="sr-only">Which calls</legend>
        {CHOICES.map(({ same, words }) => (
          <label key={words} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name="same"
              checked={draft.same === same}
              onChange={() => change({ same })}
              className="size-3.5"
            />
            {words}
          </label>
        ))}
      </fieldset>
      {children}
    </form>
  );

  function change(some: Partial<Draft>) {
    const next = { ...draft, ...some };
    setDraft(next);
    const [count, each] = [people.decode(next.people), callsEach.decode(next.each)];
    const isPlan = 'value' in count && 'value' in each;
    onPlan(isPlan ? { people: count.value, each: each.value, same: next.same } : null);
  }
}

const CHOICES = [
  { same: false, words: 'Other calls for each' },
  { same: true, words: 'The same calls for all, to see how far they agree' },
] as const;

type NumberFieldProps = {
  label: string;
  codec: Codec<number>;
  value: string;
  onChange: (value: string) => void;
  /** It has the focus when the dialog opens. */
  first?: boolean;
};

function NumberField({ label, codec, value, onChange, first = false }: NumberFieldProps) {
  const id = useId();
  const outcome = codec.decode(value);
  const problem = 'problem' in outcome ? outcome.problem : null;
  return (
    <div>
      <label htmlFor={id} className="mr-2 text-sm">
        {label}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: inside a dialog, where the focus has to be somewhere.
        autoFocus={first}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
        className={`${FIELD} h-8 w-20 px-2.5`}
      />
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-xs text-bad">
          {label} {problem}.
        </p>
      )}
    </div>
  );
}
