import { inForceOf } from '@/components/filters/arrange/groups';
import type { Facets } from '@/components/filters/facets/use-facets';
import { FilterGroup } from '@/components/filters/filter-group';
import { useAddress } from '@/lib/url/use-address';
import { RangeFields } from './range-fields';

/** A range that has a group of its own. */
export function RangeGroup({ range, facets }: { range: 'duration' | 'cost'; facets: Facets }) {
  const { address } = useAddress();
  return (
    <FilterGroup group={range} inForce={inForceOf(address, range)}>
      <RangeFields range={range} facets={facets} />
    </FilterGroup>
  );
}
