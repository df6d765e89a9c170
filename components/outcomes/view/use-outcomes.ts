'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CostsPage, useCostsView } from '@/components/costs/view/use-costs-view';
import { outcomesQueryOptions } from '@/lib/api/outcomes';
import { type OutcomesView, outcomesView } from './view';

export type OutcomesPageView = Omit<CostsPage, 'measure'> & OutcomesView;

/** What the address asks for, with what it leaves open filled in. */
export function useOutcomesView(): OutcomesPageView {
  const page = useCostsView();
  return useMemo(() => ({ ...page, ...outcomesView(page.address) }), [page]);
}

/** The one answer that funnel, outcomes over time and groups are drawn from. */
export function useOutcomes() {
  const view = useOutcomesView();
  const { filters, interval, compare, breakdown, successes } = view;
  const result = useQuery(
    outcomesQueryOptions({
      ...filters,
      interval,
      compare,
      group_by: breakdown,
      ...(successes.length > 0 && { successes: [...successes] }),
    }),
  );
  return { view, result };
}
