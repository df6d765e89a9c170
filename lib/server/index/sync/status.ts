import type { SyncResponse, SyncStatus } from '@/lib/call/index-responses';
import type { IndexContent } from '../store';
import type { Checkpoint } from './checkpoint';

/** What is known of the sync at a moment; there is no checkpoint until the index was read. */
type Known = {
  checkpoint: Checkpoint | undefined;
  content: IndexContent;
  failing: boolean;
  lastError: SyncResponse['last_error'];
  /** Calls per second of the backfill. */
  speed: number | null;
};

/** What is told of the sync. */
export function statusOf({ checkpoint, content, failing, lastError, speed }: Known): SyncStatus {
  const isBackfilling = checkpoint === undefined || checkpoint.backfill !== null;
  const total = checkpoint?.upstreamCount ?? null;
  return {
    state: failing ? 'error' : isBackfilling ? 'backfilling' : 'idle',
    indexed: content.indexed,
    upstream_count: total,
    oldest: content.oldest,
    newest: content.newest,
    last_success: checkpoint?.lastSuccess ?? null,
    progress: isBackfilling && total !== null ? progress(content.indexed, total, speed) : null,
    last_error: lastError,
    rejected: content.rejected,
    unknown_fields: checkpoint?.unknownFields ?? [],
  };
}

function progress(indexed: number, total: number, speed: number | null) {
  const done = Math.min(indexed, total);
  const secondsLeft = speed === null || speed <= 0 ? null : Math.ceil((total - done) / speed);
  return { done, total, rate: speed, seconds_left: secondsLeft };
}
