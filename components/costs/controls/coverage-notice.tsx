'use client';

import { useSums } from '@/components/costs/tiles/use-sums';
import { useCostsView } from '@/components/costs/view/use-costs-view';
import { useTime } from '@/components/shell/context/time-context';
import { Notice } from '@/components/ui/notice';
import { formatCount, plural } from '@/lib/format/number';
import { formatInstant } from '@/lib/format/time';

/** Said as long as the index has not read all calls. */
export function CoverageNotice() {
  const view = useCostsView();
  const { zone, now } = useTime();
  const { data } = useSums(view).result;
  if (!data) return null;
  const { indexed, upstream_count, from, complete, unreadable } = data.meta.coverage;
  if (complete) return unreadable === 0 ? null : <Unreadable count={unreadable} />;
  const since = from && formatInstant(from, zone, now);
  return (
    <Notice tone="info">
      The index has read {formatCount(indexed)}
      {upstream_count === null ? '' : ` of ${formatCount(upstream_count)}`} calls so far
      {since && ` (since ${since})`}: figures are not complete yet.
    </Notice>
  );
}

function Unreadable({ count }: { count: number }) {
  return (
    <Notice tone="info">
      {plural(count, 'record')} from HappyRobot could not be read and {count === 1 ? 'is' : 'are'}{' '}
      in no figure.
    </Notice>
  );
}
