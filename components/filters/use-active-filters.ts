'use client';

import { usePage } from '@/components/shell/page-context';
import { useTime } from '@/components/shell/time-context';
import type { ListFilterKey } from '@/lib/call/filters';
import { describeRange } from '@/lib/format/range';
import { useAddress } from '@/lib/url/use-address';
import { type ActiveFilter, activeFilters } from './active-filters';
import { ratingLabel } from './facets';
import { type SeenValue, useSeenValues } from './seen-values';
import { singleLabel } from './single-label';

/** The conditions in force, in words. */
export function useActiveFilters(): ActiveFilter[] {
  const { address } = useAddress();
  const { zone, now } = useTime();
  const { currency } = usePage();
  const useCases = useSeenValues('use_cases');
  return activeFilters(address, {
    value: (key, value) => valueLabel(key, value, useCases),
    range: ({ from, to }) => describeRange({ from, to }, zone, now),
    single: (key, value) => singleLabel(key, value, currency),
  });
}

/** Only use cases go by another name than their value; tags, models and campaigns are their own. */
function valueLabel(key: ListFilterKey, value: string, useCases: readonly SeenValue[]): string {
  if (key === 'ratings') return ratingLabel(value);
  if (key !== 'use_cases') return value;
  return useCases.find((known) => known.value === value)?.label ?? value;
}
