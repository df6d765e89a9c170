import type { CallRow } from '@/lib/call/call';
import type { STATUSES } from '@/lib/call/query/filters';

const NOT_OVER = 'HappyRobot may write the transcript when the call is over.';

const REASONS: Record<(typeof STATUSES)[number], string> = {
  Scheduled: 'The call is scheduled and has not been made yet.',
  Queued: 'The call is waiting to be made.',
  Initiated: `The call is being made, nobody has answered yet. ${NOT_OVER}`,
  Ringing: `The call is ringing, nobody has answered yet. ${NOT_OVER}`,
  'In progress': `The call is still going on. ${NOT_OVER}`,
  Transferred: 'The call was transferred; what was said before that was probably not kept.',
  Completed:
    'The call was completed, so its transcript was probably not kept, or is not ready yet.',
  'AMD Terminated': 'A machine answered and the call was ended before anything was said.',
  Busy: 'The line was busy: nobody spoke.',
  'No answer': 'Nobody answered: nobody spoke.',
  Canceled: 'The call was canceled before anybody answered.',
  Failed: 'The call failed before anybody could speak.',
};

/** Why a call likely has no transcript, as far as the call itself tells. */
export function whyNoTranscript({ status }: Pick<CallRow, 'status'>): string {
  const known = Object.entries(REASONS).find(([name]) => name === status);
  return known?.[1] ?? `The call’s status, “${status}”, does not tell why.`;
}

/** Whether more may be said yet. */
export function isUnderWay({ status, duration }: Pick<CallRow, 'status' | 'duration'>): boolean {
  const moving = ['Queued', 'Initiated', 'Ringing', 'In progress'].includes(status);
  return moving && typeof duration !== 'number';
}
