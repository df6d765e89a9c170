import type { CallsQuery } from '@/lib/call/query/filters';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { resolveRange } from '@/lib/url/relative-range';

const DAY = 86_400_000;

/** Buckets long enough to be told apart on the strip and short enough to show a rhythm. */
export function intervalFor(milliseconds: number): Interval {
  if (milliseconds <= 3 * DAY) return 'hour';
  if (milliseconds <= 120 * DAY) return 'day';
  return milliseconds <= 3 * 366 * DAY ? 'week' : 'month';
}

/** How long the range of a query is. `first` is when the oldest call was made, for a range that is open there. */
export function rangeLength(
  query: Pick<CallsQuery, 'from' | 'to'>,
  first: string | null,
  zone: string,
  now: number,
): number {
  const range = resolveRange(query, zone, new Date(now));
  const to = range.to === undefined ? now : Date.parse(range.to);
  const start = range.from ?? first;
  return Math.max(0, to - (start === null ? now : Date.parse(start)));
}
