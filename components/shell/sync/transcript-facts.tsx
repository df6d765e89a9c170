import { serverNow } from '@/components/shell/context/server-clock';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';
import { formatAgo } from '@/lib/format/time';
import { transcriptSentence } from './state-sentences';

/** How far what was said on calls is kept. */
export function TranscriptFacts({ sync }: { sync: SyncResponse }) {
  const { state, read, without, rate, last_error } = sync.transcripts;
  const speed =
    state === 'reading' && rate !== null ? ` ${formatCount(Math.round(rate))} a second.` : '';
  return (
    <>
      {state !== 'off' && (
        <>
          {formatCount(read)} of {plural(sync.indexed, 'call')}
          {without > 0 && <span className="text-muted">, {formatCount(without)} without</span>}
        </>
      )}
      <span className="block text-muted">
        {transcriptSentence(sync)}
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
