'use client';

import { singleLabel } from '@/components/filters/values/single-label';
import { useValueLabels } from '@/components/filters/values/use-value-labels';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { describeRange } from '@/lib/format/range';
import { useAddress } from '@/lib/url/use-address';
import { type ActiveFilter, activeFilters } from './active-filters';

/** The conditions in force, in words. */
export function useActiveFilters(): ActiveFilter[] {
  const { address } = useAddress();
  const { zone, now } = useTime();
  const { currency } = usePage();
  const label = useValueLabels();
  return activeFilters(address, {
    value: label,
    range: ({ from, to }) => describeRange({ from, to }, zone, now),
    single: (key, value) => singleLabel(key, value, currency),
  });
}
