'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useTime } from '@/components/shell/context/time-context';
import { facetsQueryOptions, timelineQueryOptions } from '@/lib/api/facets';
import { intervalFor, rangeLength } from './interval';

/** The calls of this view over time; how long a bucket is follows from how long the range is. */
export function useTimeline(enabled: boolean) {
  const query = useCallsQuery();
  const { zone, now } = useTime();
  const open = query.from === undefined;
  // Where the range has no start, the oldest call is one; until that is known nothing is asked.
  const facets = useQuery({ ...facetsQueryOptions(query), enabled: enabled && open });
  const first = facets.data?.ranges.created.min ?? null;
  const interval =
    open && facets.error ? 'week' : intervalFor(rangeLength(query, first, zone, now));
  const known = !open || facets.data !== undefined || facets.error !== null;
  const result = useQuery({
    ...timelineQueryOptions(query, interval, zone),
    enabled: enabled && known,
  });
  return { query, zone, now, result };
}
