import { MessageSquareOff } from 'lucide-react';
import { When } from '@/components/calls/drawer/overview/when';
import { Button } from '@/components/ui/button';
import type { CallRow } from '@/lib/call/call';
import { isUnderWay, whyNoTranscript } from '@/lib/call/transcript/no-transcript';

type NoTranscriptProps = {
  call: CallRow;
  /** Whether HappyRobot has a transcript at all, if an empty one. */
  kept: boolean;
  onRetry: () => void;
};

/** Nothing to read, and why that likely is so. */
export function NoTranscript({ call, kept, onRetry }: NoTranscriptProps) {
  const waiting = isUnderWay(call) || call.status === 'Completed';
  return (
    <div className="flex flex-col items-start gap-2 p-4 text-sm">
      <h3 className="flex items-center gap-2 text-base font-semibold">
        <MessageSquareOff aria-hidden className="size-4 shrink-0 text-faint" />
        {kept ? 'Nothing was said on this call' : 'This call has no transcript'}
      </h3>
      <p className="wrap-anywhere">
        <bdi>{whyNoTranscript(call)}</bdi>
      </p>
      {call.scheduled_for && call.status === 'Scheduled' && (
        <p>
          Scheduled for <When iso={call.scheduled_for} />
        </p>
      )}
      <p className="text-muted">
        {kept ? 'HappyRobot has an empty transcript of it.' : 'HappyRobot has no transcript of it.'}
      </p>
      {waiting && <Button onClick={onRetry}>Look again</Button>}
    </div>
  );
}
