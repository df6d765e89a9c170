'use client';

import { useQuery } from '@tanstack/react-query';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { outcomePairsQueryOptions } from '@/lib/api/outcomes';

/** The numbers under two keys against each other. */
export function usePairs(field: string, against: string) {
  const { filters } = useOutcomesView();
  return useQuery(outcomePairsQueryOptions({ ...filters, field, against }));
}
