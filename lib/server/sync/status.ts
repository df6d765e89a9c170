import type { Coverage, SyncResponse, SyncStatus } from '@/lib/call/answers/index-responses';
import type { IndexContent } from '@/lib/server/index/store';
import type { Checkpoint } from './checkpoint';

/** What is known of the sync at a moment; there is no checkpoint until the index was read. */
type Known = {
  checkpoint: Checkpoint | undefined;
  content: IndexContent;
  /** How many calls HappyRobot counts in all; null where it does not. */
  total: number | null;
  failing: boolean;
  lastError: SyncResponse['last_error'];
  /** Calls per second of the backfill. */
  speed: number | null;
  /** How many calls HappyRobot counts beyond those of the index. */
  missing: number;
  transcripts: SyncStatus['transcripts'];
};

/** Where what was said is not kept. */
export const NO_TRANSCRIPTS: SyncStatus['transcripts'] = {
  state: 'off',
  read: 0,
  without: 0,
  rate: null,
  last_error: null,
};

/** What is told of the sync. */
export function statusOf(known: Known): SyncStatus {
  const { checkpoint, content, total, failing, lastError, speed, missing, transcripts } = known;
  const isBackfilling = checkpoint === undefined || checkpoint.backfill !== null;
  return {
    state: failing ? 'error' : isBackfilling ? 'backfilling' : 'idle',
    indexed: content.indexed,
    upstream_count: total,
    oldest: content.oldest,
    newest: content.newest,
    last_success: checkpoint?.lastSuccess ?? null,
    progress: isBackfilling && total !== null ? progress(content.indexed, total, speed) : null,
    last_error: lastError,
    rejected: { ...content.rejected, recovered: checkpoint?.recovered ?? 0 },
    missing,
    suspicion: suspicionOf(checkpoint),
    unknown_fields: checkpoint?.unknownFields ?? [],
    transcripts,
  };
}

/** From where to where the index knows every call. */
export function coverageOf({
  checkpoint,
  content,
  total,
}: Pick<Known, 'checkpoint' | 'content' | 'total'>): Coverage {
  const { oldest, newest: latest, indexed, rejected } = content;
  const unread = checkpoint?.backfill;
  return {
    // Older calls may be there too, because somebody looked at them, but not all; before anything is read nothing is known.
    from: unread === undefined ? null : unread ? unread.to : oldest,
    to: latest,
    complete: unread === null,
    indexed,
    upstream_count: total,
    unreadable: rejected.count,
  };
}

/** The largest loss that was not believed. */
function suspicionOf(checkpoint: Checkpoint | undefined): SyncResponse['suspicion'] {
  const all = Object.values(checkpoint?.suspicions ?? {}).filter((each) => each !== undefined);
  const [largest] = all.sort((a, b) => b.vanished - a.vanished);
  if (largest === undefined) return null;
  const { vanished, known, since } = largest;
  return { vanished, known, since };
}

function progress(indexed: number, total: number, speed: number | null) {
  const done = Math.min(indexed, total);
  const secondsLeft = speed === null || speed <= 0 ? null : Math.ceil((total - done) / speed);
  return { done, total, rate: speed, seconds_left: secondsLeft };
}
