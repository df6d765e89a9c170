'use client';

import { lazy } from 'react';
import { Lazily } from '@/components/ui/lazily';
import { useHydrated } from './use-hydrated';

const ReviewerButton = lazy(() => import('./reviewer-button'));

/** The place of who reviews, and of the question; fetched when the page already reacts. */
export function ReviewerCorner() {
  return (
    <div className="size-8">
      {useHydrated() && (
        <Lazily>
          <ReviewerButton />
        </Lazily>
      )}
    </div>
  );
}
