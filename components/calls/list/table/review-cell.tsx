import { useReviewer } from '@/components/shell/account/use-reviewer';
import type { CallRow } from '@/lib/call/call';
import { type ReviewState, reviewStateOf } from '@/lib/call/review/review-state';

const LOOKS: Record<ReviewState, string> = {
  unseen: '',
  seen: 'text-faint',
  rated: 'text-good',
  contested: 'text-warn',
  flagged: 'text-bad',
};

/** How far the review of a call has come, in a word. */
export function ReviewCell({ call }: { call: CallRow }) {
  const state = reviewStateOf(call, useReviewer());
  return <span className={`capitalize ${LOOKS[state]}`}>{state}</span>;
}
