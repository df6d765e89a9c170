'use client';

import { useId } from 'react';
import { FIELD } from '@/components/ui/field';
import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import { useAddress } from '@/lib/url/use-address';
import { inForceOf, REVIEW_FLAGS } from './arrange/groups';
import { Count } from './facets/facet-row';
import { FILTER_LABELS } from './facets/facets';
import type { Facets } from './facets/use-facets';
import { FilterGroup } from './filter-group';
import { PersonField } from './person/person-field';

type Flag = keyof FacetsResponse['flags'];

/** Yes-or-no questions about calls, each with the number of calls that say yes. */
export function ReviewGroup({ facets }: { facets: Facets }) {
  return (
    <FilterGroup group="review" inForce={inForceOf(useAddress().address, 'review')}>
      {REVIEW_FLAGS.map((flag) => (
        <FlagField key={flag} flag={flag} facets={facets} />
      ))}
      <PersonField filter="viewed_by" />
      <PersonField filter="rated_by" />
    </FilterGroup>
  );
}

function FlagField({ flag, facets }: { flag: Flag; facets: Facets }) {
  const { address, filter } = useAddress();
  const id = useId();
  const wanted = address[flag];
  return (
    <div className="flex min-h-8 items-center gap-2 px-1 text-sm">
      <label htmlFor={id} className="min-w-0 flex-1">
        {FILTER_LABELS[flag]}
      </label>
      <Count id={`${id}-count`} count={facets.answer?.flags[flag] ?? null} counts={facets.counts} />
      <select
        id={id}
        aria-describedby={`${id}-count`}
        value={wanted === null ? 'any' : String(wanted)}
        onChange={({ target }) => filter({ [flag]: wish(target.value) })}
        className={`${FIELD} h-7 w-14 shrink-0 px-1`}
      >
        <option value="any">Any</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </select>
    </div>
  );
}

function wish(chosen: string): boolean | null {
  return chosen === 'any' ? null : chosen === 'true';
}
