'use client';

import { type FormEvent, useState } from 'react';
import { useSeenValues } from '@/components/filters/values/seen-values';
import { usePage } from '@/components/shell/context/page-context';
import { FIELD } from '@/components/ui/field';
import type { FacetKey } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';
import {
  arranged,
  type Choice,
  facetChoices,
  keptOrder,
  matching,
  shownChoices,
  typedValue,
} from './facet-choices';
import { FacetRow } from './facet-row';
import { FILTER_LABELS, fixedValues, isAskable, valueLabel } from './facets';
import type { FacetControl } from './use-facet';
import type { Facets } from './use-facets';

/** So many values are listed unasked. */
const FEW = 6;
/** More than so many are found by their name only. */
const MANY = 100;
/** From more than so many values on, a facet of known values can be searched too. */
const SEARCHED_FROM = 8;

type FacetValuesProps = {
  filter: FacetKey;
  facets: Facets;
  control: FacetControl;
  /** The pointer or the focus is inside: nothing changes places. */
  held: boolean;
};

/** The values of an open facet. Mounted anew with each opening, so that their order is that of their counts again. */
export function FacetValues({ filter, facets, control, held }: FacetValuesProps) {
  const { preferences } = usePage();
  const fixed = fixedValues(filter);
  const choices = useChoices(filter, facets, control, held);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const wanted = text.trim();
  const found = wanted === '' ? choices : matching(choices, wanted);
  const few = isRanked(facets) ? FEW : Math.max(FEW, fixed.length);
  const most = all || wanted !== '' ? MANY : few;
  const shown = wanted === '' ? shownChoices(found, control, most) : found.slice(0, most);
  const hidden = found.length - shown.length;
  const searchable = fixed.length === 0 || choices.length > SEARCHED_FROM;
  const label = FILTER_LABELS[filter];
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
          counts={facets.counts}
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
      {choices.length === 0 && facets.counts === 'current' && (
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

/** Which values are the largest is known, or about to be; else every value that is known beforehand is listed. */
function isRanked({ answer, counts }: Facets): boolean {
  return counts !== 'missing' && (answer?.meta.coverage.complete ?? true);
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

/** The choices with their counts, most frequent first as of the last answer that came while no hand was near. */
function useChoices(filter: FacetKey, facets: Facets, control: FacetControl, held: boolean) {
  const seen = useSeenValues(filter);
  const { answer } = facets;
  const counted = answer && answer.meta.coverage.indexed > 0 ? answer.facets[filter] : undefined;
  const choices = facetChoices({
    counted: counted?.filter(({ value }) => isAskable(filter, value)),
    complete: answer?.meta.coverage.complete ?? false,
    fixed: fixedValues(filter),
    seen,
    chosen: control.chosen,
    excluded: control.excluded,
    label: (value) => valueLabel(filter, value),
  });
  const now = choices.map(({ value }) => value);
  const [kept, setKept] = useState({ of: answer, order: now });
  if (kept.of !== answer) setKept({ of: answer, order: held ? keptOrder(kept.order, now) : now });
  return arranged(choices, kept.order);
}
