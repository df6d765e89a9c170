import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { isAway } from './sync-words';

const STATES: Record<SyncResponse['state'], string> = {
  backfilling: 'Reading all calls for the first time. The newest are there already.',
  idle: 'Up to date.',
  error: 'The last attempt failed; the next follows by itself.',
};

/** What the index is doing and how far it can be trusted, in a sentence. */
export function stateSentence(
  sync: Pick<SyncResponse, 'state' | 'last_success' | 'missing' | 'shared'>,
): string {
  const { state, last_success, missing } = sync;
  if (state === 'idle' && missing > 0) return 'Not all of them are there.';
  if (state === 'idle' && last_success === null) return 'Only what was looked at is in it.';
  if (state === 'idle' && isAway(sync)) return 'As they were when they were last read.';
  return STATES[state];
}

const TRANSCRIPT_STATES: Record<SyncResponse['transcripts']['state'], string> = {
  off: 'What was said is not kept.',
  waiting: 'They are read when all calls were.',
  reading: 'Being read, newest first.',
  idle: '',
  error: 'The last attempt failed; the next follows by itself.',
};

/** What becomes of what was said, in a sentence; empty where nothing is left to do. */
export function transcriptSentence({
  transcripts: { state },
  shared,
}: Pick<SyncResponse, 'transcripts' | 'shared'>): string {
  // They are not in the shared record: here they do not come by waiting.
  if (state === 'waiting' && shared?.leader === false)
    return 'Kept by the instance that reads HappyRobot, and not known to this one.';
  return TRANSCRIPT_STATES[state];
}
