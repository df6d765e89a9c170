'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useTime } from '@/components/shell/context/time-context';
import { callsQueryOptions } from '@/lib/api/calls';
import type { CallsQuery } from '@/lib/call/query/filters';
import { callsQueryOf, loadAddress } from '@/lib/url/address';

/**
 * What the address asks for. It is read from the address itself and not from the state of the fields, which is
 * ahead of it while somebody types.
 */
export function useCallsQuery(): CallsQuery {
  const params = useSearchParams();
  const { localZone } = useTime();
  return useMemo(() => callsQueryOf(loadAddress(params), localZone), [params, localZone]);
}

/** The page of calls that the address asks for. */
export function useCalls() {
  const query = useCallsQuery();
  return { query, result: useQuery(callsQueryOptions(query)) };
}
