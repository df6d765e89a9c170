import { bucketName, bucketPairs } from '@/components/costs/over-time/over-time-points';
import type { OutcomeValuesResponse } from '@/lib/call/answers/outcomes-responses';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import type { Statistic } from '@/lib/call/query/routes/field-query';
import { type FigureKey, figureOf, STATISTIC_LINES } from './statistics';

type Bucket = OutcomeValuesResponse['series'][number];

/** The numbers of one bucket, beside those of its counterpart in the period before. One of the two may be alone. */
export type ValuesPoint = {
  key: string;
  /** Short, for the axis. */
  tick: string;
  /** The bucket in words; that of the period before where it is alone. */
  label: string;
  current: Bucket | null;
  before: Bucket | null;
  /** The counterpart in words: its own date. */
  beforeLabel: string | null;
  beforeFigure: number | null;
} & { [Key in FigureKey]?: number | null };

type Answer = Pick<OutcomeValuesResponse, 'series' | 'previous_series' | 'periods'>;

export function valuesPoints(
  answer: Answer,
  { interval, statistic }: { interval: Interval; statistic: Statistic },
  zone: string,
): ValuesPoint[] {
  return bucketPairs(answer, interval, zone).map(({ current, before }) => ({
    key: `${current?.start} ${before?.start}`,
    ...bucketName((current ?? before)?.start ?? '', interval, zone),
    current,
    before,
    beforeLabel: before && bucketName(before.start, interval, zone).label,
    beforeFigure: before && figureOf(before, statistic),
    ...Object.fromEntries(
      STATISTIC_LINES[statistic].map(({ key }) => [key, current ? current[key] : null]),
    ),
  }));
}
