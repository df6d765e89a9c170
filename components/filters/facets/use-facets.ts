'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import type { Problem } from '@/lib/call/answers/problem';

/** What the numbers are: still to come, those of the view before, those of this view, or not to be had. */
export type CountState = 'loading' | 'outdated' | 'current' | 'missing';

export type Facets = {
  /** The last answer: it goes on naming the values when its numbers no longer count. */
  answer: FacetsResponse | undefined;
  counts: CountState;
  /** Why there are no numbers, or no newer ones. */
  problem: Problem | null;
  retry: () => void;
};

const UNCOUNTED: Facets = {
  answer: undefined,
  counts: 'loading',
  problem: null,
  retry: () => {},
};

/** The values of all facets and how many calls of this view have each; `measures` asks how conversations went, too. */
export function useFacets(measures = false): Facets {
  const hydrated = useHydrated();
  const { data, error, isPlaceholderData, refetch } = useQuery(
    facetsQueryOptions(useCallsQuery(), measures),
  );
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  // The answer can be here before the groups are taken over from the server's HTML, which has no numbers.
  if (!hydrated) return UNCOUNTED;
  return {
    answer: data ?? last,
    counts: data ? countsOf(data, isPlaceholderData) : error ? 'missing' : 'loading',
    problem: error ? problemOf(error) : null,
    retry: () => void refetch(),
  };
}

/** An index that knows no call yet has counted nothing, which is not to count zero. */
function countsOf({ meta }: FacetsResponse, outdated: boolean): CountState {
  if (meta.coverage.indexed === 0) return 'missing';
  return outdated ? 'outdated' : 'current';
}
