'use client';

import { INTERVAL_LABELS, nearestInterval } from '@/components/costs/view/view';
import { Button } from '@/components/ui/button';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';

/** More bars than this are no picture any more. */
export const MOST_BARS = 750;

type Range = { from: string | null; to: string | null };

/** So many bars that nobody could look at them: there is no answer. */
export function TooFine({ interval, range }: { interval: Interval; range: Range }) {
  return (
    <Offer range={range}>
      By {INTERVAL_LABELS[interval].toLowerCase()} this range has more bars than can be drawn.
    </Offer>
  );
}

export function TooMany({ count, range }: { count: number; range: Range }) {
  return (
    <div className="flex h-full items-center justify-center text-center">
      <Offer range={range}>
        {formatCount(count)} bars are too many to draw. Choose a longer interval, or look at the
        table.
      </Offer>
    </div>
  );
}

/** The shortest interval that can be drawn. */
function Offer({ range, children }: { range: Range; children: React.ReactNode }) {
  const { choose } = useAddress();
  const nearest = nearestInterval(range, MOST_BARS);
  return (
    <span className="flex flex-col items-center gap-3">
      <span className="max-w-md text-muted">{children}</span>
      <Button onClick={() => choose({ interval: nearest })}>
        Show by {INTERVAL_LABELS[nearest].toLowerCase()}
      </Button>
    </span>
  );
}
