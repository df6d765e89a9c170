import type { CallRow } from '@/lib/call/call';
import { addressOf, isContested } from './review';

/** From the least to the most that has happened to a call. */

export type ReviewState = 'unseen' | 'seen' | 'rated' | 'contested' | 'flagged';

type Reviewed = Pick<CallRow, 'viewed_by' | 'ratings' | 'notes'>;

/** How far the review of a call has come, for somebody or, where nobody has said who they are, for anybody. */
export function reviewStateOf(call: Reviewed, me: string | null): ReviewState {
  if (call.notes?.some(({ flagged }) => flagged)) return 'flagged';
  if (isContested(call.ratings)) return 'contested';
  if ((call.ratings ?? []).length > 0) return 'rated';
  return hasSeen(call, me) ? 'seen' : 'unseen';
}

/** Whether somebody, or without a name anybody, has viewed the call; who has rated it has seen it too. */
export function hasSeen({ viewed_by, ratings }: Reviewed, me: string | null): boolean {
  const viewers = [...(viewed_by ?? []), ...(ratings ?? []).map(({ email }) => email)];
  if (me === null) return viewers.length > 0;
  return viewers.some((email) => addressOf(email) === addressOf(me));
}
