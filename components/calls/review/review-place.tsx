'use client';

import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const ReviewStrip = lazily(() => import('./review-strip'));

/** The place of the review’s strip, as high before it comes as after: its 36 pixels and the line below. */
export function ReviewPlace() {
  return (
    <div className="min-h-9.25 shrink-0 @max-md:min-h-17 border-b border-line">
      {useHydrated() && (
        <Lazily>
          <ReviewStrip />
        </Lazily>
      )}
    </div>
  );
}
