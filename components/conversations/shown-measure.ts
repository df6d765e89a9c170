import type { Spread } from '@/lib/call/answers/conversations-responses';
import type { AskedMeasure } from '@/lib/call/conversation/keys';
import { formatMeasure } from '@/lib/format/measure';
import { formatRate } from '@/lib/format/number';

/** What is shown of a measure first: of most conversations there is no interruption, so that the median tells nothing. */
export type Typical = 'median' | 'mean';

export function typicalOf(measure: AskedMeasure): Typical {
  return measure === 'interruptions' || measure === 'tool_errors' ? 'mean' : 'median';
}

export const TYPICAL_LABELS: Record<Typical, string> = { median: 'Median', mean: 'Average' };

/** A value of a measure; an average of counts has decimals. */
export function writeMeasure(
  measure: AskedMeasure,
  of: Typical | 'p95',
  value: Spread['median'],
): string {
  if (value === null) return 'not known';
  return of === 'mean' ? formatRate(value) : formatMeasure(measure, value);
}

/** What the numbers of a measure are in, where they are not how many. */
export const MEASURE_UNITS: Record<AskedMeasure, string | undefined> = {
  talk_share: '0 to 1',
  silence: 'seconds',
  interruptions: undefined,
  response_time: 'seconds',
  tool_errors: undefined,
};
