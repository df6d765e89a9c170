'use client';

import { ChevronsDown } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { useReviewWalk } from './use-review-walk';

/** Leaves the open call for the next one that is not reviewed. */
export function WalkButton() {
  const { busy, next } = useReviewWalk();
  return (
    <IconButton label="Next unreviewed" shortcut="n" aria-disabled={busy} onClick={next}>
      <ChevronsDown aria-hidden className="size-4" />
    </IconButton>
  );
}
