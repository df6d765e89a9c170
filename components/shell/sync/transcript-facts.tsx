import { serverNow } from '@/components/shell/context/server-clock';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';
import { formatAgo } from '@/lib/format/time';

type Transcripts = SyncResponse['transcripts'];

const STATES: Record<Transcripts['state'], string> = {
  off: 'What was said is not kept.',
  waiting: 'They are read when all calls were.',
  reading: 'Being read, newest first.',
  idle: '',
  error: 'The last attempt failed; the next follows by itself.',
};

/** How far what was said on calls is kept. */
export function TranscriptFacts(props: Transcripts & { calls: number }) {
  const { state, read, without, rate, last_error, calls } = props;
  const speed =
    state === 'reading' && rate !== null ? ` ${formatCount(Math.round(rate))} a second.` : '';
  return (
    <>
      {state !== 'off' && (
        <>
          {formatCount(read)} of {plural(calls, 'call')}
          {without > 0 && <span className="text-muted">, {formatCount(without)} without</span>}
        </>
      )}
      <span className="block text-muted">
        {STATES[state]}
        {speed}
      </span>
      {last_error && (
        <>
          {state !== 'error' && (
            <span className="block text-muted">
              Last error {formatAgo(last_error.at, serverNow())}:
            </span>
          )}
          <bdi className="block wrap-anywhere text-muted">{last_error.message}</bdi>
        </>
      )}
    </>
  );
}
