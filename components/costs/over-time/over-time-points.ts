import { knownCost } from '@/components/costs/view/amounts';
import type { CostsResponse, SeriesPoint } from '@/lib/call/answers/index-responses';
import type { CostComponent } from '@/lib/call/costs/costs';
import { paired } from '@/lib/call/costs/periods/pairing';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { zonedFormat } from '@/lib/format/time';

/** One bar: a bucket, and beside it its counterpart of the period before. One of the two may be alone. */
export type TimePoint = {
  key: string;
  /** Short, for the axis. */
  tick: string;
  /** The bucket in words; that of the period before where it is alone. */
  label: string;
  current: SeriesPoint | null;
  before: SeriesPoint | null;
  /** The counterpart in words: its own date. */
  beforeLabel: string | null;
  /** The line, in two: between whole buckets, and to and from those that are cut. */
  beforeWhole: number | null;
  beforeCut: number | null;
} & Record<CostComponent, number | null>;

type Answer = Pick<CostsResponse, 'series' | 'previous_series' | 'periods'>;

/** The buckets of an answer as bars. */
export function timePoints(answer: Answer, interval: Interval, zone: string): TimePoint[] {
  const pairs = bucketPairs(answer, interval, zone);
  return pairs.map(({ current, before }, at) => {
    const isCut = (place: number) => pairs[place]?.before?.partial === true;
    const shown = (current ?? before)?.start ?? '';
    return {
      key: `${current?.start} ${before?.start}`,
      ...bucketName(shown, interval, zone),
      current,
      before,
      beforeLabel: before && bucketName(before.start, interval, zone).label,
      beforeWhole: before && !before.partial ? knownCost(before) : null,
      beforeCut: before && [at - 1, at, at + 1].some(isCut) ? knownCost(before) : null,
      ...componentsOf(current),
    };
  });
}

type Series<Bucket> = Pick<Answer, 'periods'> & {
  series: readonly Bucket[];
  previous_series: readonly Bucket[];
};

/** The buckets of both periods, beside each other where they belong together. */
export function bucketPairs<Bucket extends { start: string; end: string }>(
  { series, previous_series, periods }: Series<Bucket>,
  interval: Interval,
  zone: string,
): { current: Bucket | null; before: Bucket | null }[] {
  const [current, previous] = [periods.current.from, periods.previous?.from];
  if (!current || !previous) return series.map((each) => ({ current: each, before: null }));
  return paired(series, previous_series, interval, { current, previous }, zone);
}

function componentsOf(bucket: SeriesPoint | null): Record<CostComponent, number | null> {
  const amount = (component: CostComponent) => bucket?.[component] ?? null;
  return {
    voip: amount('voip'),
    transcriber: amount('transcriber'),
    llm: amount('llm'),
    tts: amount('tts'),
    other: amount('other'),
  };
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

/** The bucket that cost most, with its name; undefined when none has a cost. */
export function mostExpensivePoint(
  points: readonly TimePoint[],
): { label: string; bucket: SeriesPoint } | undefined {
  return points
    .flatMap(({ label, current }) => (current ? [{ label, bucket: current }] : []))
    .filter(({ bucket }) => bucket.calls > bucket.calls_without_cost)
    .sort((a, b) => b.bucket.total - a.bucket.total)[0];
}
