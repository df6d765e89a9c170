import { bucketName } from '@/components/costs/over-time/over-time-points';
import type { OutcomeValuesResponse } from '@/lib/call/answers/outcomes-responses';
import type { Interval } from '@/lib/call/query/costs-query';

/** The numbers of one bucket. */
export type ValuesPoint = OutcomeValuesResponse['series'][number] & {
  tick: string;
  label: string;
};

export function valuesPoints(
  { series }: Pick<OutcomeValuesResponse, 'series'>,
  interval: Interval,
  zone: string,
): ValuesPoint[] {
  return series.map((bucket) => ({ ...bucket, ...bucketName(bucket.start, interval, zone) }));
}
