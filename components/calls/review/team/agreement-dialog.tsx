'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { ProblemView } from '@/components/calls/problem-view';
import { problemOf } from '@/lib/api/get-json';
import { agreementQueryOptions } from '@/lib/api/review';
import type { AgreementResponse } from '@/lib/call/answers/review-responses';
import { formatCount, plural } from '@/lib/format/number';
import { AgreementTable } from './agreement-table';
import { TeamDialog, type TeamDialogProps } from './team-dialog';

/** How far people agree who rated the same calls of this view. Load it lazily. */
export default function AgreementDialog(dialog: TeamDialogProps) {
  const { data, error, refetch } = useQuery(agreementQueryOptions(useCallsQuery()));
  return (
    <TeamDialog name="Agreement" {...dialog}>
      {error && !data ? (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <div className="px-4 py-3 text-sm">
          {data ? <Answer data={data} /> : <p role="status">Comparing ratings…</p>}
        </div>
      )}
    </TeamDialog>
  );
}

function Answer({ data }: { data: AgreementResponse }) {
  const { calls, compared, pairs, pair_count, meta } = data;
  const { complete, indexed } = meta.coverage;
  return (
    <>
      {!complete && (
        <p className="mb-2 text-warn">
          Among the {plural(indexed, 'call')} that the index has read so far.
        </p>
      )}
      {pairs.length === 0 ? (
        <p>
          No call of this view was rated by two people. Give several people the same calls with
          “Share a sample”.
        </p>
      ) : (
        <>
          <p>
            {plural(calls, 'call')} of this view {calls === 1 ? 'was' : 'were'} rated by two people
            or more.
            {compared < calls && ` Compared are the newest ${formatCount(compared)}.`}
            {pairs.length < pair_count &&
              ` Shown are the ${formatCount(pairs.length)} pairs of most calls, of ${formatCount(pair_count)}.`}
          </p>
          <AgreementTable pairs={pairs} />
          <p className="mt-3 text-xs text-muted">
            Agreement is the part of these calls that both rated alike. Kappa (Cohen) takes out what
            chance alone would bring: 1 is always alike, 0 no more than by chance. Whoever gave a
            call several ratings gave all of them together.
          </p>
        </>
      )}
    </>
  );
}
