'use client';

import { type FormEvent, useId, useState } from 'react';
import { FILTER_LABELS } from '@/components/filters/facets/facets';
import { keepReviewer, useReviewer } from '@/components/shell/account/use-reviewer';
import { Button } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { useAddress } from '@/lib/url/use-address';
import { type PersonChoice, personChoice, personFilters } from './person-choice';

const CHOICES: readonly (readonly [PersonChoice, string])[] = [
  ['any', 'Any'],
  ['me', 'Me'],
  ['not me', 'Not me'],
  ['anyone', 'Anyone'],
  ['nobody', 'Nobody'],
  ['someone', 'Someone…'],
  ['not someone', 'Not someone…'],
];

/** By whom calls were viewed, or rated. The address holds e-mail addresses: a link means the same to everybody. */
export function PersonField({ filter: key }: { filter: 'viewed_by' | 'rated_by' }) {
  const { address, filter } = useAddress();
  const me = useReviewer();
  const id = useId();
  /** Chosen, and not known yet who is meant. */
  const [pending, setPending] = useState<PersonChoice | null>(null);
  const filters = { by: address[key], notBy: address[`not_${key}`] };
  const inForce = personChoice(filters, me);
  const choice = pending ?? inForce;
  const isNamed = choice === 'someone' || choice === 'not someone';
  const isAsked = pending !== null || isNamed;
  return (
    <>
      <div className="flex min-h-8 items-center gap-2 px-1 text-sm">
        <label htmlFor={id} className="min-w-0 flex-1">
          {FILTER_LABELS[key]}
        </label>
        <select
          id={id}
          value={choice}
          onChange={({ target }) => choose(target.value)}
          className={`${FIELD} h-7 w-32 shrink-0 px-1`}
        >
          {CHOICES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {isAsked && (
        <AddressField
          key={choice}
          label={isNamed ? `${FILTER_LABELS[key]}: e-mail address` : 'Your e-mail address'}
          known={pending === null ? (filters.by ?? filters.notBy ?? '') : ''}
          onAddress={take}
        />
      )}
    </>
  );

  function choose(value: string) {
    const wanted = CHOICES.find(([each]) => each === value)?.[0] ?? 'any';
    apply(wanted, { me, someone: null });
  }

  function take(email: string) {
    if (!isNamed) keepReviewer(email);
    apply(choice, { me: email, someone: email });
  }

  function apply(wanted: PersonChoice, people: { me: string | null; someone: string | null }) {
    const next = personFilters(wanted, people);
    setPending(next ? null : wanted);
    if (next) filter({ [key]: next.by, [`not_${key}`]: next.notBy });
  }
}

type AddressFieldProps = { label: string; known: string; onAddress: (email: string) => void };

/** Half an address is nobody's, so it is taken on Enter or "OK". */
function AddressField({ label, known, onAddress }: AddressFieldProps) {
  return (
    <form onSubmit={submit} className="mb-1 flex gap-1 px-1">
      <input
        type="email"
        name="email"
        required
        aria-label={label}
        placeholder="name@company.com"
        maxLength={320}
        defaultValue={known}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        className={`${FIELD} h-7 w-full px-2`}
      />
      <Button type="submit" size="small" className="h-7">
        OK
      </Button>
    </form>
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    if (email !== '') onAddress(email.toLowerCase());
  }
}
