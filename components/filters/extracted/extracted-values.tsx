'use client';

import { facetChoices } from '@/components/filters/facets/facet-choices';
import {
  exclusionToggled,
  type FacetState,
  onlyValue,
  toggled,
} from '@/components/filters/facets/facet-state';
import { useHeldOrder } from '@/components/filters/facets/use-held-order';
import { FEW, ValueList } from '@/components/filters/facets/value-list';
import type { ExtractionFacet } from '@/lib/call/answers/extraction-responses';
import type { ExtractedCondition } from '@/lib/call/query/extracted';
import { NO_VALUE, shownTerm } from '@/lib/call/values/terms';
import { useAddress } from '@/lib/url/use-address';
import { valuesChange, valuesState } from './extracted-state';
import type { ExtractedFacets } from './use-extracted-facets';

type ExtractedValuesProps = {
  label: string;
  condition: ExtractedCondition;
  /** Undefined until it is counted. */
  facet: ExtractionFacet | undefined;
  facets: ExtractedFacets;
  held: boolean;
};

/** The counted values of a key, to be chosen, excluded, found and added, and calls without any. */
export function ExtractedValues({ label, condition, facet, facets, held }: ExtractedValuesProps) {
  const { filter } = useAddress();
  const state = valuesState(condition);
  const ask = (next: FacetState) => filter(valuesChange(condition.key, next));
  const choices = facetChoices({
    ...state,
    counted: facet && counted(facet),
    complete: facets.answer?.meta.coverage.complete ?? false,
    fixed: [],
    seen: [],
    label: (value) => (value === NO_VALUE ? 'Has no value' : shownTerm(value)),
  });
  return (
    <ValueList
      label={label}
      choices={useHeldOrder(choices, facets.answer, held)}
      control={{
        ...state,
        toggle: (value) => ask(toggled(state, value)),
        only: (value) => ask(onlyValue(value)),
        exclude: (value) => ask(exclusionToggled(state, value)),
      }}
      counts={facets.counts}
      few={FEW}
      searchable
    />
  );
}

function counted({ values, without }: ExtractionFacet) {
  const named = values.filter(({ value }) => value !== NO_VALUE);
  return [...named, { value: NO_VALUE, label: NO_VALUE, count: without }];
}
