'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OtherCalls } from '@/components/calls/drawer/overview/call-link';
import { Section } from '@/components/calls/drawer/overview/facts';
import { ProblemView } from '@/components/calls/problem-view';
import { problemOf } from '@/lib/api/get-json';
import { relatedQueryOptions } from '@/lib/api/related';
import type { CallRow } from '@/lib/call/call';
import type { RelatedResponse } from '@/lib/call/related';
import { formatCount } from '@/lib/format/number';
import { AttemptTimeline } from './attempt-timeline';
import { AttemptTotals } from './attempt-totals';

/** Who walks past a call does not ask about its past; and the index gets to know the call before it is asked. */
const REST_MS = 700;

/** What else was tried with the same party: the calls that belong together, and all others with the same number. */
export default function OtherAttempts({ call, ...others }: { call: CallRow } & OtherCalls) {
  const rested = useRested(call.id);
  const { data, error, refetch } = useQuery({ ...relatedQueryOptions(call.id), enabled: rested });
  return (
    <Section title="Other attempts">
      {data ? (
        <Attempts call={call} related={data} {...others} />
      ) : error ? (
        <div className="-mx-4">
          <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />
        </div>
      ) : (
        <div role="status" className="flex h-24 flex-col gap-3 py-1">
          <span className="sr-only">Looking for other attempts…</span>
          {['w-1/2', 'w-3/4', 'w-2/3'].map((width) => (
            <span key={width} className={`h-4 rounded bg-neutral-soft ${width}`} />
          ))}
        </div>
      )}
    </Section>
  );
}

type AttemptsProps = { call: CallRow; related: RelatedResponse } & OtherCalls;

function Attempts({ call, related, ...others }: AttemptsProps) {
  const alone = related.totals.all.calls <= 1;
  return (
    <>
      {alone && <p className="text-sm text-muted">{noneFound(related)}</p>}
      {!alone && <AttemptTotals call={call} related={related} />}
      {!alone && <AttemptTimeline key={call.id} call={call} related={related} {...others} />}
      {!related.family_complete && (
        <p className="mt-2 text-sm text-warn">
          This call belongs to so many repeats that only those nearest to it are counted.
        </p>
      )}
      <Incomplete related={related} />
    </>
  );
}

function noneFound({ number }: RelatedResponse): string {
  const family = 'The index knows no call that this one repeats, nor one that repeats it';
  return number === null
    ? `${family}. The other side has no number to look for.`
    : `${family}, and no other call with the same number.`;
}

/** What the index has not read it cannot find. */
function Incomplete({ related }: { related: RelatedResponse }) {
  const { complete, indexed, upstream_count: all } = related.meta.coverage;
  if (complete) return null;
  return (
    <p className="mt-2 text-sm text-warn">
      There can be more: the index has read {formatCount(indexed)}
      {all !== null && ` of ${formatCount(all)}`} calls so far.
    </p>
  );
}

/** Whether this call has been on screen for a moment. */
function useRested(id: string): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), REST_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return rested === id;
}
