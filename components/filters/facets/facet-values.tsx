'use client';

import { useSeenValues } from '@/components/filters/values/seen-values';
import type { FacetKey } from '@/lib/call/answers/index-responses';
import { facetChoices } from './facet-choices';
import { FILTER_LABELS, fixedValues, isAskable, valueLabel } from './facets';
import type { FacetControl } from './use-facet';
import type { Facets } from './use-facets';
import { useHeldOrder } from './use-held-order';
import { FEW, ValueList } from './value-list';

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
  const fixed = fixedValues(filter);
  const choices = useChoices(filter, facets, control, held);
  return (
    <ValueList
      label={FILTER_LABELS[filter]}
      choices={choices}
      control={control}
      counts={facets.counts}
      few={isRanked(facets) ? FEW : Math.max(FEW, fixed.length)}
      searchable={fixed.length === 0 || choices.length > SEARCHED_FROM}
    />
  );
}

/** Which values are the largest is known, or about to be; else every value that is known beforehand is listed. */
function isRanked({ answer, counts }: Facets): boolean {
  return counts !== 'missing' && (answer?.meta.coverage.complete ?? true);
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
  return useHeldOrder(choices, answer, held);
}
