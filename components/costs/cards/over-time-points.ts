import type { CostsResponse, SeriesPoint } from '@/lib/call/answers/index-responses';
import type { Interval } from '@/lib/call/query/costs-query';
import { zonedFormat } from '@/lib/format/time';

/** One bar: a bucket, and beside it the bucket at the same place of the period before. */
export type TimePoint = SeriesPoint & {
  /** Short, for the axis. */
  tick: string;
  /** The bucket in words. */
  label: string;
  /** Null where the period before has no such bucket. */
  before: SeriesPoint | null;
  beforeTotal: number | null;
};

/** The buckets of an answer as bars. */
export function timePoints(
  { series, previous_series }: Pick<CostsResponse, 'series' | 'previous_series'>,
  interval: Interval,
  zone: string,
): TimePoint[] {
  return series.map((bucket, at) => {
    const before = previous_series[at] ?? null;
    return {
      ...bucket,
      ...bucketName(bucket.start, interval, zone),
      before,
      beforeTotal: before?.total ?? null,
    };
  });
}

/** `Nov 1, 14:00`, `Nov 1`, `Week of Nov 1`, `Nov 2026`, by the clocks of the zone. */
export function bucketName(start: string, interval: Interval, zone: string) {
  const write = (options: Intl.DateTimeFormatOptions) =>
    zonedFormat(zone, options).format(Date.parse(start));
  const day = write({ month: 'short', day: 'numeric' });
  const year = write({ year: 'numeric' });
  switch (interval) {
    case 'hour': {
      const time = write({ hour: '2-digit', minute: '2-digit' });
      return { tick: time === '00:00' ? day : time, label: `${day}, ${year}, ${time}` };
    }
    case 'day':
      return { tick: day, label: `${write({ weekday: 'short' })}, ${day}, ${year}` };
    case 'week':
      return { tick: day, label: `Week of ${day}, ${year}` };
    case 'month': {
      const month = write({ month: 'short', year: 'numeric' });
      return { tick: month, label: month };
    }
  }
}

/** The bucket that cost most; undefined when none has a cost. */
export function mostExpensivePoint(points: readonly TimePoint[]): TimePoint | undefined {
  return points
    .filter(({ calls, calls_without_cost }) => calls > calls_without_cost)
    .sort((a, b) => b.total - a.total)[0];
}
