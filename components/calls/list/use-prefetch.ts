'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callsQueryOptions } from '@/lib/api/calls';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { CallsQuery } from '@/lib/call/query/filters';

/** A big page is heavy for the upstream, and whoever asks for one seldom goes on to the next. */
const LARGEST = 500;
const REST_MS = 600;

/** Reads the page after the one on screen once the person rests on it, so that "Next" answers at once. */
export function usePrefetchNextPage(query: CallsQuery, page: CallsResponse | undefined) {
  const client = useQueryClient();
  const next = page && page.limit <= LARGEST ? page.offset + page.limit : undefined;
  const exists = next !== undefined && next < (page?.count ?? 0);
  useEffect(() => {
    if (!exists) return;
    const timer = setTimeout(
      () => void client.prefetchQuery(callsQueryOptions({ ...query, offset: next })),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [client, query, next, exists]);
}
