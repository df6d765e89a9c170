'use client';

import { useReviewer } from '@/components/shell/account/use-reviewer';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { ProgressLine } from './progress-line';
import { TeamButtons } from './team/team-buttons';
import { useResume } from './use-resume';
import { keepUnreviewed, useUnreviewed } from './use-unreviewed';
import { ordinal } from './walk/ordinal';
import { useReviewWalk } from './walk/use-review-walk';
import { WalkMessage } from './walk/walk-message';

/** How far the review of this view has come, and the way on. */
export default function ReviewStrip() {
  const walk = useReviewWalk();
  const resume = useResume();
  const { address } = useAddress();
  const { bookmark } = resume;
  useShortcuts({ n: walk.next });
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 pr-3 pl-4 @md:flex-nowrap @max-md:py-1.5 text-sm text-muted">
        <p role="status" className="mr-auto min-w-0 truncate @max-md:basis-full">
          <ProgressLine />
        </p>
        <TeamButtons />
        <Choice />
        <Button size="small" aria-disabled={walk.busy} onClick={walk.next}>
          Next unreviewed
          <span className="max-md:hidden">
            <Kbd>n</Kbd>
          </span>
        </Button>
      </div>
      {address.call === null && <WalkMessage />}
      {bookmark && (
        <Notice tone="info" onDismiss={resume.dismiss}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            You were at the {ordinal(bookmark.place + 1)} of {formatCount(bookmark.count)} calls.
            <Button size="small" onClick={() => void walk.goTo(bookmark.call, bookmark.place)}>
              Resume at this call
            </Button>
          </span>
        </Notice>
      )}
    </>
  );
}

/** Whose ratings count, once there is somebody who could have their own. */
function Choice() {
  const { choice } = useUnreviewed();
  if (useReviewer() === null) return null;
  return (
    <label className="shrink-0">
      <span className="@max-xl:sr-only">Not rated </span>
      <span className="mr-1">by</span>
      <select
        value={choice}
        onChange={({ target }) => keepUnreviewed(target.value === 'by me' ? 'by me' : 'by anyone')}
        className={`${FIELD} h-7 px-1`}
      >
        <option value="by anyone">anyone</option>
        <option value="by me">me</option>
      </select>
    </label>
  );
}
