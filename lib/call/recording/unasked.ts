import type { CallRow } from '@/lib/call/call';
import type { NoRecordingReason } from './no-recording';

const NOT_YET = ['Scheduled', 'Queued', 'Initiated', 'Ringing'];
const NEVER = ['Busy', 'No answer', 'Canceled'];

/**
 * Why a call has no recording, where the call itself tells: HappyRobot need not be asked. Null where it has to be, as
 * for every call that took time or names a recording.
 */
export function reasonUnasked(
  call: Pick<CallRow, 'status' | 'duration' | 'metadata'>,
): NoRecordingReason | null {
  if (call.duration || call.metadata?.recording_sid) return null;
  if (NOT_YET.includes(call.status)) return 'not_ready';
  return NEVER.includes(call.status) ? 'none' : null;
}
