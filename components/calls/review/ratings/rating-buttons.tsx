'use client';

import clsx from 'clsx';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { useMay } from '@/components/shell/context/use-may';
import type { CallRow } from '@/lib/call/call';
import { RATINGS } from '@/lib/call/query/filters';
import { isContested } from '@/lib/call/review/review';
import { hasRated } from '@/lib/call/writes';
import { Contested } from './contested';
import { RatingIcon } from './rating-icon';
import { useRate } from './use-rate';

/** The ratings of who reviews here, each on or off by itself; beside each how many people have given it. */
export function RatingButtons({ call }: { call: CallRow }) {
  const reviewer = useReviewer();
  const rate = useRate();
  const mayRate = useMay('review');
  if (!mayRate) return isContested(call.ratings) && <Contested />;
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">Your rating</legend>
      {RATINGS.map((emoji, place) => {
        const given = reviewer !== null && hasRated(call, reviewer, emoji);
        const count = call.ratings?.filter((rating) => rating.emoji === emoji).length ?? 0;
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={given}
            aria-label={`Rate ${emoji}`}
            title={`Rate ${emoji} (${place + 1})`}
            onClick={() => rate(call.id, emoji)}
            className={clsx(
              'inline-flex h-7 min-w-8 items-center justify-center gap-1 rounded-md border px-1.5 text-sm',
              given ? 'border-accent bg-selected' : 'border-line-strong bg-canvas hover:bg-hover',
            )}
          >
            <RatingIcon emoji={emoji} />
            {count > 0 && (
              <span aria-hidden className="text-xs text-muted">
                {count}
              </span>
            )}
          </button>
        );
      })}
      {isContested(call.ratings) && <Contested />}
    </fieldset>
  );
}
