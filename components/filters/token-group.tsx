'use client';

import { type FormEvent, useState } from 'react';
import { FIELD } from '@/components/ui/field';
import { type Choice, ChoiceGroup } from './choice-group';
import { FILTER_LABELS, type TokenKey } from './facets';
import { useSeenValues } from './seen-values';

const SHOWN = 5;

type TokenGroupProps = {
  filter: TokenKey;
  chosen: readonly string[];
  onToggle: (value: string) => void;
};

/**
 * A filter whose values nobody lists for us: those of the calls seen so far are offered, the field narrows them
 * and takes any other by Enter.
 */
export function TokenGroup({ filter, chosen, onToggle }: TokenGroupProps) {
  const seen = useSeenValues(filter);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const wanted = text.trim();
  const matching = seen.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()));
  const open = matching.filter(({ value }) => !chosen.includes(value));
  const offered = all || wanted !== '' ? open : open.slice(0, SHOWN);
  const choices = [...chosen.map((value) => labelled(value, seen)), ...offered];
  const label = FILTER_LABELS[filter];

  const more = open.length > SHOWN && wanted === '' && (
    <button
      type="button"
      onClick={() => setAll(!all)}
      className="min-h-6 rounded px-1 text-xs font-medium text-accent hover:underline"
    >
      {all ? 'Show fewer' : `Show ${open.length - SHOWN} more`}
    </button>
  );

  return (
    <ChoiceGroup label={label} choices={choices} chosen={chosen} onToggle={onToggle} footer={more}>
      <form onSubmit={add}>
        <input
          aria-label={`Find or add: ${label}`}
          placeholder="Find or add…"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          className={`${FIELD} mb-1 h-7 w-full px-2`}
          autoComplete="off"
        />
      </form>
      {wanted !== '' && open.length === 0 && !chosen.includes(wanted) && (
        <p className="px-1 py-1 text-xs text-muted wrap-anywhere">
          Not among the calls seen so far. Enter filters by “{wanted}”.
        </p>
      )}
    </ChoiceGroup>
  );

  function add(event: FormEvent) {
    event.preventDefault();
    const value = chosenBy(wanted, matching);
    if (value === null || chosen.includes(value)) return;
    onToggle(value);
    setText('');
  }
}

function labelled(value: string, seen: readonly Choice[]): Choice {
  return seen.find((known) => known.value === value) ?? { value, label: value };
}

/** What Enter adds: the value whose name was typed in full, else the only one left, else the text itself. */
function chosenBy(text: string, matching: readonly Choice[]): string | null {
  if (text === '') return null;
  const named = matching.find(({ label, value }) => label === text || value === text);
  const only = matching.length === 1 ? matching[0] : undefined;
  return named?.value ?? only?.value ?? text;
}
