import { bucketName } from '@/components/costs/over-time/over-time-points';
import type { ConversationsResponse, Spread } from '@/lib/call/answers/conversations-responses';
import type { AskedMeasure } from '@/lib/call/conversation/keys';
import type { Interval } from '@/lib/call/query/routes/costs-query';

/** A measure in one bucket. */
export type MeasurePoint = Spread & {
  start: string;
  end: string;
  partial: boolean;
  tick: string;
  label: string;
};

/** A measure over time, by the clocks of a zone. */
export function measurePoints(
  { series }: Pick<ConversationsResponse, 'series'>,
  measure: AskedMeasure,
  interval: Interval,
  zone: string,
): MeasurePoint[] {
  return series.map(({ start, end, partial, measures }) => ({
    start,
    end,
    partial,
    ...bucketName(start, interval, zone),
    ...measures[measure],
  }));
}
