import type { Call } from '@/lib/call/call';
import { NO_RECORDING_WORDS, type NoRecordingReason } from '@/lib/call/recording/no-recording';
import { isUnderWay } from '@/lib/call/transcript/no-transcript';
import { CallscopeError } from '@/lib/server/errors';

/** So long after the end of a call its recording may still be made. */
const MAKING_MS = 10 * 60_000;

export function noRecording(reason: NoRecordingReason): CallscopeError {
  return new CallscopeError('no_recording', NO_RECORDING_WORDS[reason], { reason });
}

/**
 * Why HappyRobot has nothing at the address of a call's recording. `isOffered`: whether it was seen to give any
 * recordings; null where nobody knows.
 */
export function whyNoRecording(
  call: Pick<Call, 'status' | 'duration' | 'created' | 'metadata'>,
  { isOffered, now }: { isOffered: boolean | null; now: Date },
): NoRecordingReason {
  if (isUnderWay(call) || call.status === 'Scheduled') return 'not_ready';
  const seconds = call.duration ?? 0;
  const endedAt = Date.parse(call.created) + seconds * 1000;
  const isMade =
    typeof call.metadata?.recording_sid === 'string' && call.metadata.recording_sid !== '';
  const isYoung = now.getTime() - endedAt < MAKING_MS;
  if (isYoung && isOffered !== false && (isMade || seconds > 0)) return 'not_ready';
  if (!isMade) return 'none';
  return isOffered ? 'gone' : 'not_offered';
}
