'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { callsQueryOptions, newCallsQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { CallsQuery } from '@/lib/call/query/filters';

export type NewCalls = {
  /** The rows on screen, in their places, with what has changed in them. */
  page: CallsResponse | undefined;
  /** The list would look different if it were read again. */
  changed: boolean;
  /** How many calls match now. */
  count: number;
  /** How many more calls match than when the list was read; can be negative. */
  more: number;
  /** Why looking failed the last time. */
  problem: Problem | null;
  /** Puts the calls found into the list. */
  show: () => void;
};

/**
 * Looks for new calls every so often, if the person wants that. What is found waits to be asked for: rows that
 * are on screen are renewed where they stand and never move.
 */
export function useNewCalls(query: CallsQuery, shown: CallsResponse | undefined): NewCalls {
  const { refresh } = usePage().preferences;
  const client = useQueryClient();
  const look = useQuery({
    ...newCallsQueryOptions(query, shown?.meta.as_of ?? ''),
    initialData: shown,
    staleTime: refresh * 1000,
    enabled: refresh > 0 && shown !== undefined,
    refetchInterval: refresh * 1000,
  });
  const found = refresh > 0 ? look.data : undefined;
  const page = useMemo(() => renewed(shown, found), [shown, found]);
  return {
    page,
    changed: shown !== undefined && found !== undefined && !sameRows(shown, found),
    count: (found ?? shown)?.count ?? 0,
    more: (found?.count ?? 0) - (shown?.count ?? 0),
    problem: refresh > 0 && look.error ? problemOf(look.error) : null,
    show: () => found && client.setQueryData(callsQueryOptions(query).queryKey, found),
  };
}

/** The rows shown, each with the newest that is known of it. */
function renewed(
  shown: CallsResponse | undefined,
  found: CallsResponse | undefined,
): CallsResponse | undefined {
  if (!shown || !found) return shown;
  const newest = new Map(found.calls.map((call) => [call.id, call]));
  return { ...shown, calls: shown.calls.map((call) => newest.get(call.id) ?? call) };
}

function sameRows(a: CallsResponse, b: CallsResponse): boolean {
  return (
    a.count === b.count &&
    a.calls.length === b.calls.length &&
    a.calls.every(({ id }, index) => id === b.calls[index]?.id)
  );
}
