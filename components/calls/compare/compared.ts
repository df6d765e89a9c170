'use client';

import { useQueries } from '@tanstack/react-query';
import { callQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallRow } from '@/lib/call/call';

/** One column of the comparison. */
export type Compared = {
  id: string;
  /** undefined while it has not come, or when it could not be read. */
  call: CallRow | undefined;
  problem: Problem | null;
  retry: () => void;
};

/** The calls of a comparison, each by itself: what fails in one column leaves the others alone. */
export function useCompared(ids: readonly string[]): Compared[] {
  const results = useQueries({ queries: ids.map((id) => callQueryOptions(id)) });
  return results.map(({ data, error, refetch }, place) => ({
    id: ids[place] ?? '',
    call: data,
    problem: error ? problemOf(error) : null,
    retry: () => void refetch(),
  }));
}
