'use client';

import { Notice } from '@/components/ui/notice';
import { useReviewWalk } from './use-review-walk';
import { setWalkState } from './walk-state';

/** What the walk has to say, where it has stopped. */
export function WalkMessage() {
  const { message } = useReviewWalk();
  if (message === null) return null;
  return (
    <Notice tone="info" onDismiss={() => setWalkState({})}>
      {message}
    </Notice>
  );
}
