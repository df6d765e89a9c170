'use client';

import { useQuery } from '@tanstack/react-query';
import { DrawerSkeleton } from '@/components/calls/drawer/frame/drawer-skeleton';
import { ProblemView } from '@/components/calls/problem-view';
import { usePage } from '@/components/shell/context/page-context';
import { problemOf } from '@/lib/api/get-json';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { CallRow } from '@/lib/call/call';
import { isUnderWay } from '@/lib/call/transcript/no-transcript';
import { Transcript } from './transcript';
import { usePrefetchTranscript } from './use-prefetch-transcript';

type TranscriptTabProps = {
  call: CallRow;
  /** The call that is likely to be read next. */
  nextId: string | null;
};

/** What was said on a call: asked for once the tab is open. */
export function TranscriptTab({ call, nextId }: TranscriptTabProps) {
  const { refresh } = usePage().preferences;
  const { data, error, refetch } = useQuery({
    ...transcriptQueryOptions(call.id),
    // More is said while the call goes on.
    refetchInterval: isUnderWay(call) && refresh * 1000,
  });
  usePrefetchTranscript(data ? nextId : null);
  const retry = () => void refetch();
  const problem = error ? problemOf(error) : null;
  if (data || problem?.code === 'not_found') {
    return (
      <Transcript
        key={call.id}
        call={call}
        transcript={data ?? null}
        problem={problem}
        onRetry={retry}
      />
    );
  }
  if (problem) return <ProblemView problem={problem} onRetry={retry} compact />;
  return (
    <>
      <p role="status" className="sr-only">
        Loading the transcript…
      </p>
      <DrawerSkeleton />
    </>
  );
}
