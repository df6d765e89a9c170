'use client';

import { useState } from 'react';
import { useActiveFilters } from '@/components/filters/active/use-active-filters';
import { serverNow } from '@/components/shell/context/server-clock';
import { useTime } from '@/components/shell/context/time-context';
import { ALL_TIME, isRelativeRange } from '@/lib/call/query/ranges';
import { RANGE_LABELS } from '@/lib/format/labels';
import type { Ends } from '@/lib/format/range';
import { formatInstantLong } from '@/lib/format/time';
import { useAddress } from '@/lib/url/use-address';
import type { Fact } from './print-heading';
import { rangeWords } from './range-words';

/**
 * What a figure outside of the page needs with it: which calls, by whose clocks, and when it was made. A range that
 * moves with the clock is named by its days, too.
 */
export function useFacts(range: Ends, more: readonly Fact[], madeName: string): Fact[] {
  const { address } = useAddress();
  const { zone } = useTime();
  const [made] = useState(serverNow);
  const filters = useActiveFilters().filter(({ key }) => key !== 'from' && key !== 'to');
  const words = rangeWords(range, zone);
  return [
    {
      name: 'Range',
      value:
        isRelativeRange(address.from) && address.from !== ALL_TIME
          ? `${words} (${RANGE_LABELS[address.from].toLowerCase()})`
          : words,
    },
    ...more,
    {
      name: 'Filters',
      value:
        filters.length === 0
          ? 'none'
          : filters.map(({ name, value }) => `${name}: ${value}`).join('; '),
    },
    { name: 'Time zone', value: zone },
    { name: madeName, value: formatInstantLong(new Date(made).toISOString(), zone) ?? '' },
  ];
}
