'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { callQueryOptions, callsQueryOptions } from '@/lib/api/calls';
import { placeQueryOptions } from '@/lib/api/review';
import { DEFAULT_LIMIT } from '@/lib/call/query/filters';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { neighborOf } from './neighbor';

type FarCall = {
  /** Where the call stands in the list, or that it is not in it; null while that is not known. */
  position: string | null;
  previous: (() => void) | null;
  next: (() => void) | null;
};

const NOWHERE: FarCall = { position: null, previous: null, next: null };

/**
 * The place of an open call that is not on the page on screen, such as one that a link has opened, and the ways on
 * from there; the page follows. Null for a call that is on it.
 */
export function useFarCall(id: string | null): FarCall {
  const client = useQueryClient();
  const query = useCallsQuery();
  const { choose } = useAddress();
  const { limit = DEFAULT_LIMIT } = query;
  // Of a call that does not exist there is no place to ask for.
  const call = useQuery({ ...callQueryOptions(id ?? ''), enabled: false }).data;
  const { data } = useQuery({
    ...placeQueryOptions(query, id ?? ''),
    enabled: id !== null && call !== undefined,
    placeholderData: undefined,
  });
  const far = id === null ? NOWHERE : farCall(id);
  // Keys that lead nowhere from here belong to the list.
  useShortcuts({
    ...(far.next && { j: far.next, ']': far.next }),
    ...(far.previous && { k: far.previous, '[': far.previous }),
  });
  return far;

  function farCall(current: string): FarCall {
    // An index that is not whole yet knows neither the place nor that there is none.
    if (!data?.meta.coverage.complete) return NOWHERE;
    const { offset, count } = data;
    if (offset === null) return { ...NOWHERE, position: 'Not in this list' };
    return {
      position: `${formatCount(offset + 1)} of ${formatCount(count)}`,
      previous: offset > 0 ? () => void step(current, offset, -1) : null,
      next: offset + 1 < count ? () => void step(current, offset, 1) : null,
    };
  }

  /** Whoever has gone elsewhere meanwhile is not called back. */
  async function step(current: string, offset: number, by: 1 | -1) {
    const started = window.location.search;
    const page = Math.floor((offset + by) / limit) * limit;
    const answer = await client
      .fetchQuery(callsQueryOptions({ ...query, offset: page }))
      .catch(() => undefined);
    if (window.location.search !== started) return;
    const call = answer && neighborOf(answer.calls, current, by);
    choose(call ? { offset: page, call: call.id } : { offset: page });
  }
}
