'use client';

import type { Fact } from '@/components/print/print-heading';
import { rangeWords } from '@/components/print/range-words';
import { useFacts } from '@/components/print/use-facts';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { formatDay } from '@/lib/format/time';
import { useFigureRanges } from './use-figure-ranges';

/** What has to be known of the page's figures where the page is not around them. `compares`: they tell of both ranges. */
export function useCostsFacts(madeName: string, compares = true): Fact[] {
  const { zone } = useTime();
  const { currency } = usePage();
  const { current, previous, knownFrom } = useFigureRanges();
  const unknown = knownFrom
    ? `nothing: calls are known from ${formatDay(knownFrom, zone, 0)} only`
    : 'nothing';
  const compared = previous ? rangeWords(previous, zone) : unknown;
  return useFacts(
    current,
    [
      { name: 'Compared with', value: compares ? compared : 'nothing' },
      { name: 'Currency', value: currency },
    ],
    madeName,
  );
}
