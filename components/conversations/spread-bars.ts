import type { CostBar } from '@/components/costs/distribution/cost-bars';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { type AskedMeasure, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import { formatMeasure } from '@/lib/format/measure';

export type SpreadBar = CostBar;

/** A histogram has so many bars at most; the last of them takes everything beyond its beginning. */
const MOST_BARS = 20;

/** The calls by a measure, as bars in words: counts are told one by one, not from one to the next. */
export function spreadBars(
  { histograms }: Pick<ConversationsResponse, 'histograms'>,
  measure: AskedMeasure,
): SpreadBar[] {
  const write = (value: number) => formatMeasure(measure, value);
  return histograms[measure].map(({ from, to, count }, at): SpreadBar => {
    // Nothing is beyond all of the talking.
    if (at === MOST_BARS - 1 && measure !== 'talk_share')
      return { kind: 'open', from, to: null, count, label: `${write(from)} and more` };
    const isLast = at === MOST_BARS - 1;
    const single = MEASURE_STEPS[measure] === 1 && to - from === 1;
    const label = single ? write(from) : `${write(from)} – ${write(to)}`;
    return { kind: 'bar', from, to: isLast ? null : to, count, label };
  });
}

/** What stands at the edges of the bars. */
export function edgesOf(bars: readonly SpreadBar[], measure: AskedMeasure): string[] {
  const last = bars.at(-1);
  const beyond = last?.kind === 'open' ? 'more' : formatMeasure(measure, last?.to ?? 1);
  return [...bars.map(({ from }) => formatMeasure(measure, from ?? 0)), ...(last ? [beyond] : [])];
}
