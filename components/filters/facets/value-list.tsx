'use client';

import { type FormEvent, useState } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { FIELD } from '@/components/ui/field';
import { formatCount } from '@/lib/format/number';
import { type Choice, matching, shownChoices, typedValue } from './facet-choices';
import { FacetRow } from './facet-row';
import type { FacetControl } from './use-facet';
import type { CountState } from './use-facets';

/** So many values are listed unasked. */
export const FEW = 6;
/** More than so many are found by their name only. */
const MANY = 100;

type ValueListProps = {
  /** What the values are of. */
  label: string;
  choices: readonly Choice[];
  control: FacetControl;
  counts: CountState;
  /** How many are listed unasked. */
  few: number;
  searchable: boolean;
};

/** Values to choose, exclude, find and add. */
export function ValueList({ label, choices, control, counts, few, searchable }: ValueListProps) {
  const { preferences } = usePage();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const wanted = text.trim();
  const found = wanted === '' ? choices : matching(choices, wanted);
  const most = all || wanted !== '' ? MANY : few;
  const shown = wanted === '' ? shownChoices(found, control, most) : found.slice(0, most);
  const hidden = found.length - shown.length;
  return (
    <>
      {searchable && (
        <form onSubmit={add} className="px-1 pb-1">
          <input
            aria-label={`Find or add: ${label}`}
            placeholder="Find or add…"
            value={text}
            maxLength={1000}
            onChange={(event) => setText(event.target.value)}
            className={`${FIELD} h-7 w-full px-2`}
            autoComplete="off"
          />
        </form>
      )}
      {shown.map((choice) => (
        <FacetRow
          key={choice.value}
          choice={choice}
          counts={counts}
          checked={control.chosen.includes(choice.value)}
          excluded={control.excluded.includes(choice.value)}
          onToggle={() => control.toggle(choice.value)}
          onOnly={bound(control.only, choice)}
          onExclude={bound(control.exclude, choice)}
          shortcuts={preferences.shortcuts}
        />
      ))}
      {wanted !== '' && found.length === 0 && (
        <p className="px-1 py-1 text-xs text-muted wrap-anywhere">
          Not among the known values. Enter filters by “<bdi>{wanted}</bdi>”.
        </p>
      )}
      {choices.length === 0 && counts === 'current' && (
        <p className="px-1 py-1 text-xs text-muted">No call of this view has one.</p>
      )}
      {wanted === '' && (hidden > 0 || (all && choices.length > few)) && (
        <More hidden={hidden} all={all} onAll={setAll} />
      )}
    </>
  );

  function add(event: FormEvent) {
    event.preventDefault();
    const value = typedValue(wanted, choices);
    if (value === null) return;
    if (!control.chosen.includes(value)) control.toggle(value);
    setText('');
  }
}

function bound(action: ((value: string) => void) | undefined, { value }: Choice) {
  return action && (() => action(value));
}

type MoreProps = { hidden: number; all: boolean; onAll: (all: boolean) => void };

function More({ hidden, all, onAll }: MoreProps) {
  return (
    <>
      <button
        type="button"
        onClick={() => onAll(!all)}
        className="min-h-6 rounded px-1 text-xs font-medium text-accent hover:underline"
      >
        {all ? 'Show fewer' : `Show ${formatCount(Math.min(hidden, MANY - FEW))} more`}
      </button>
      {all && hidden > 0 && (
        <p className="px-1 text-xs text-muted">
          {formatCount(hidden)} more are found by their name.
        </p>
      )}
    </>
  );
}
