'use client';

import { useState } from 'react';
import { FilterGroup } from '@/components/filters/filter-group';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { FacetKey } from '@/lib/call/answers/index-responses';
import { FacetValues } from './facet-values';
import { FOLDED_FACETS } from './facets';
import { useFacet } from './use-facet';
import type { Facets } from './use-facets';

const NameCampaigns = lazily(() => import('@/components/campaigns/name-campaigns-button'));

/** A facet: its values with their counts, to be chosen, excluded, found and added. */
export function FacetGroup({ filter, facets }: { filter: FacetKey; facets: Facets }) {
  const control = useFacet(filter);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return (
    <FilterGroup
      group={filter}
      folded={FOLDED_FACETS.includes(filter)}
      inForce={control.chosen.length + control.excluded.length}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <FacetValues filter={filter} facets={facets} control={control} held={pointed || focused} />
      {filter === 'campaigns' && (
        <Lazily>
          <NameCampaigns className="mx-1 mt-1" />
        </Lazily>
      )}
    </FilterGroup>
  );
}
