import { type RowFact, rangeFacts } from '@/components/figures/save/row-facts';
import type { FigureRanges } from './use-figure-ranges';

/** What each row of a file of costs says: the currency, and the ranges that it counts and is compared with. */
export function costsRowFacts(
  { current, previous }: FigureRanges,
  currency: string,
  zone: string,
): RowFact[] {
  return [
    { name: 'Currency', value: currency },
    ...rangeFacts(current, zone),
    { name: 'Compared from', value: previous?.from ?? null },
    { name: 'Compared to', value: previous?.to ?? null },
  ];
}
