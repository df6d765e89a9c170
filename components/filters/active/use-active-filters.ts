'use client';

import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { singleLabel } from '@/components/filters/values/single-label';
import { useValueLabels } from '@/components/filters/values/use-value-labels';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { extractedFilterKeys } from '@/lib/call/query/extracted';
import { describeRange } from '@/lib/format/range';
import { useAddress } from '@/lib/url/use-address';
import type { ActiveFilter } from './active-filter';
import { activeFilters } from './active-filters';

/** The conditions in force, in words. */
export function useActiveFilters(): ActiveFilter[] {
  const { address } = useAddress();
  const { zone, now } = useTime();
  const { currency } = usePage();
  const label = useValueLabels();
  const field = useFieldWords(extractedFilterKeys(address).length > 0);
  return activeFilters(address, {
    value: label,
    range: ({ from, to }) => describeRange({ from, to }, zone, now),
    single: (key, value) => singleLabel(key, value, currency),
    extracted: { name: field.label, bound: field.bound },
  });
}
