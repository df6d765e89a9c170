'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import type { CountState } from '@/components/filters/facets/use-facets';
import { extractedFacetsQueryOptions } from '@/lib/api/extraction';
import { problemOf } from '@/lib/api/get-json';
import type { ExtractionFacetsResponse } from '@/lib/call/answers/extraction-responses';
import type { Problem } from '@/lib/call/answers/problem';

export type ExtractedFacets = {
  /** The last answer: it goes on naming the values when its numbers no longer count. */
  answer: ExtractionFacetsResponse | undefined;
  counts: CountState;
  problem: Problem | null;
};

/** The values of some keys, and how many calls of this view have each. */
export function useExtractedFacets(keys: readonly string[]): ExtractedFacets {
  const { data, error, isPlaceholderData } = useQuery({
    ...extractedFacetsQueryOptions(useCallsQuery(), keys),
    enabled: keys.length > 0,
  });
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  const answer = data ?? last;
  return { answer, counts: counts(), problem: error ? problemOf(error) : null };

  function counts(): CountState {
    if (!data) return error ? 'missing' : 'loading';
    return isPlaceholderData ? 'outdated' : 'current';
  }
}
