'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { useTime } from '@/components/shell/context/time-context';
import { callQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import { reviewQueryOptions } from '@/lib/api/review';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { ReviewResponse } from '@/lib/call/answers/review-responses';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { useCached } from './use-cached';

/** "37 of 412 reviewed in this view, 12 by you today". */
export function ProgressLine() {
  const query = useCallsQuery();
  const { zone } = useTime();
  const { data, error, isPlaceholderData } = useQuery(
    reviewQueryOptions(query, useReviewer(), zone),
  );
  useFreshAfterRatings();
  if (error) {
    const { title } = problemOf(error);
    return <span title={problemOf(error).detail}>How much is reviewed is not known: {title}.</span>;
  }
  // An index that knows no call yet has counted nothing, which is not to count zero.
  if (!data || data.meta.coverage.indexed === 0) return null;
  return (
    <span className={isPlaceholderData ? 'opacity-50' : undefined}>
      <span className="text-text">{formatCount(data.reviewed)}</span> of {formatCount(data.count)}{' '}
      reviewed<span className="@max-xl:sr-only"> in this view</span>
      {data.by_reviewer_today !== null && `, ${formatCount(data.by_reviewer_today)} by you today`}
      <Coverage meta={data.meta} />
    </span>
  );
}

/** Figures of a part of the account are not passed off as those of the whole. */
function Coverage({ meta: { coverage } }: Pick<ReviewResponse, 'meta'>) {
  if (coverage.complete) return null;
  const { indexed, upstream_count: all } = coverage;
  return (
    <span className="text-warn">
      {' '}
      (among the {formatCount(indexed)}
      {all !== null && ` of ${formatCount(all)}`} calls that the index has read)
    </span>
  );
}

/** Counts anew when the open call is seen anew: with a rating just given, or one that somebody else gave. */
function useFreshAfterRatings() {
  const client = useQueryClient();
  const { call: id } = useAddress().address;
  const call = useCached<CallResponse>((cache) =>
    cache.getQueryData(callQueryOptions(id ?? '').queryKey),
  );
  const ratings = (call?.ratings ?? []).map(({ emoji, email }) => `${emoji} ${email}`).join();
  const version = call ? `${ratings} ${call.meta.as_of}` : null;
  const last = useRef({ id, version });
  useEffect(() => {
    const before = last.current;
    last.current = { id, version };
    if (before.id === id && before.version !== null && before.version !== version)
      void client.invalidateQueries({ queryKey: ['review'] });
  }, [client, id, version]);
}
