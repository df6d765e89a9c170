'use client';

import { TimeProvider } from '@/components/shell/context/time-context';
import { DateRangeField } from './date-range/date-range-field';
import { EmailField } from './email-field';
import { FacetGroup } from './facets/facet-group';
import { FACET_ORDER } from './facets/facets';
import { FacetsStatus } from './facets/facets-status';
import { useFacets } from './facets/use-facets';
import { RangeGroup } from './range/range-group';
import { ReviewGroup } from './review-group';
import { TimeZoneField } from './time-zone/time-zone-field';

/**
 * Every filter but the search, top to bottom as they are used most. They come in the HTML and react a moment after
 * the table does, so they must see the zone and the moment that the server saw until then.
 */
export default function FilterGroups() {
  return (
    <TimeProvider>
      <div className="flex flex-col gap-3 px-4 py-3">
        <DateRangeField />
        <TimeZoneField />
      </div>
      <CountedGroups />
      <EmailField />
    </TimeProvider>
  );
}

function CountedGroups() {
  const facets = useFacets();
  return (
    <>
      <FacetsStatus {...facets} />
      {FACET_ORDER.map((filter) => (
        <FacetGroup key={filter} filter={filter} facets={facets} />
      ))}
      <RangeGroup range="duration" facets={facets} />
      <RangeGroup range="cost" facets={facets} />
      <ReviewGroup facets={facets} />
    </>
  );
}
