'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import type { CountState } from '@/components/filters/facets/use-facets';
import { extractedFacetsQueryOptions } from '@/lib/api/extraction';
import { problemOf } from '@/lib/api/get-json';
import type { ExtractionFacetsResponse } from '@/lib/call/answers/extraction-responses';
import type { Problem } from '@/lib/call/answers/problem';

/** One question takes no more keys, and nobody looks at the groups of more. */
export const MOST_COUNTED = 30;

export type ExtractedFacets = {
  /** The last answer: it goes on naming the values when its numbers no longer count. */
  answer: ExtractionFacetsResponse | undefined;
  counts: CountState;
  /** Why there are no numbers, or no newer ones. */
  problem: Problem | null;
  retry: () => void;
};

/** The values of the first {@link MOST_COUNTED} of some keys, and how many calls of this view have each. */
export function useExtractedFacets(keys: readonly string[]): ExtractedFacets {
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...extractedFacetsQueryOptions(useCallsQuery(), keys.slice(0, MOST_COUNTED)),
    enabled: keys.length > 0,
  });
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  return {
    answer: data ?? last,
    counts: counts(),
    problem: error ? problemOf(error) : null,
    retry: () => void refetch(),
  };

  function counts(): CountState {
    if (!data) return error ? 'missing' : 'loading';
    return isPlaceholderData ? 'outdated' : 'current';
  }
}
