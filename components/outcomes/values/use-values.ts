'use client';

import { useQuery } from '@tanstack/react-query';
import { useNumberFields } from '@/components/outcomes/view/use-fields';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { outcomeValuesQueryOptions } from '@/lib/api/outcomes';

/** The key whose numbers are shown: the one that the address names, else the one that is filled most often. */
export function useShownField() {
  const { field } = useOutcomesView();
  const fields = useNumberFields();
  return { key: field ?? fields.numbers?.[0]?.key ?? null, ...fields };
}

/** What its numbers come to by group, now and before. */
export function useGroupValues(field: string) {
  const { filters, compare, breakdown } = useOutcomesView();
  return useQuery(outcomeValuesQueryOptions({ ...filters, field, compare, group_by: breakdown }));
}

/** The same over time, and over the period before. */
export function useSeriesValues(field: string) {
  const { filters, interval, compare } = useOutcomesView();
  return useQuery(outcomeValuesQueryOptions({ ...filters, field, interval, compare }));
}
