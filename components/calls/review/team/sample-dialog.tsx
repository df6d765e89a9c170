'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { FILTER_LABELS } from '@/components/filters/facets/facets';
import { serverNow } from '@/components/shell/context/server-clock';
import { useTime } from '@/components/shell/context/time-context';
import { Notice } from '@/components/ui/notice';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import { formatCount, plural } from '@/lib/format/number';
import { describeRange } from '@/lib/format/range';
import { callsQueryOf } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { SampleForm } from './sample-form';
import { SampleLinks } from './sample-links';
import { movedByReview, type SamplePlan, sampledView, sampleSize } from './sample-plan';
import { SampleSeats } from './sample-seats';
import { TeamDialog, type TeamDialogProps } from './team-dialog';

/** Shares calls of this view out to people, by links that lead to the same calls for everybody. Load it lazily. */
export default function SampleDialog(dialog: TeamDialogProps) {
  const { address } = useAddress();
  const { zone, now } = useTime();
  const [view] = useState(() => sampledView(address, zone, new Date(serverNow())));
  const [plan, setPlan] = useState<SamplePlan | null>({ people: 3, each: 50, same: false });
  const query = callsQueryOf(view, zone);
  const whole = useQuery({ ...facetsQueryOptions(query), placeholderData: undefined });
  const drawn = useQuery({
    ...facetsQueryOptions({ ...query, sample: plan ? sampleSize(plan) : 1 }),
    enabled: plan !== null,
  });
  // While it is counted, nothing of the plan before it.
  const seats = plan && !drawn.isPlaceholderData ? drawn.data : undefined;
  const count = seats?.count;
  const failed = [whole, drawn].find(({ error, data }) => error && !data);
  const moved = movedByReview(view);
  return (
    <TeamDialog name="Share a sample" {...dialog}>
      {whole.data && !whole.data.meta.coverage.complete && (
        <Notice tone="warn">
          Callscope is still reading your calls ({formatCount(whole.data.meta.coverage.indexed)} so
          far). As more come, other calls are drawn.
        </Notice>
      )}
      {moved.length > 0 && (
        <Notice tone="warn">
          This view is filtered by what reviewers do (
          {moved.map((key) => FILTER_LABELS[key]).join(', ')}). While they work other calls match,
          and other calls are drawn: take these filters out first.
        </Notice>
      )}
      <SampleForm onPlan={setPlan}>
        <p className="text-xs text-muted">
          Of the calls of this view, {describeRange(view, zone, now)}, by the clocks of {zone}.
          Whoever opens a link sees the same calls, today and later, spread over use cases in
          proportion.
        </p>
        <p role="status" className="text-sm">
          {whole.data ? plural(whole.data.count, 'call matches', 'calls match') : 'Counting…'}
          {count !== undefined && `, ${plural(count, 'is', 'are')} drawn.`}
          {plan && count !== undefined && count < sampleSize(plan) && (
            <span className="text-warn"> That is fewer than you ask for: it is all of them.</span>
          )}
        </p>
      </SampleForm>
      {failed?.error ? (
        <ProblemView
          compact
          problem={problemOf(failed.error)}
          onRetry={() => void failed.refetch()}
        />
      ) : (
        <>
          {plan && count !== undefined && <SampleLinks view={view} plan={plan} drawn={count} />}
          {whole.data && <SampleSeats whole={whole.data} drawn={seats} />}
        </>
      )}
    </TeamDialog>
  );
}
