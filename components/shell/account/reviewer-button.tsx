'use client';

import { UserRound } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { askReviewer } from './ask-reviewer';
import { ReviewerDialog } from './reviewer-dialog';
import { useReviewer } from './use-reviewer';

/** Who reviews in this browser; pressed, it can be changed. */
export function ReviewerButton() {
  const reviewer = useReviewer();
  const [initial] = reviewer ?? '';
  return (
    <>
      <IconButton
        label={reviewer === null ? 'Say who reviews' : `Reviewing as ${reviewer}`}
        onClick={() => void askReviewer({ anew: true })}
      >
        {initial === undefined ? (
          <UserRound aria-hidden className="size-4" />
        ) : (
          <span
            aria-hidden
            className="flex size-5 items-center justify-center rounded-full bg-selected text-2xs font-semibold text-accent uppercase"
          >
            {initial}
          </span>
        )}
      </IconButton>
      <ReviewerDialog />
    </>
  );
}
