import { otherUnitsWords } from '@/components/outcomes/values/unit-words';
import { knownWords } from '@/components/outcomes/view/known-words';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCoefficient, formatCount, plural } from '@/lib/format/number';
import type { PairWords } from './pair-marks';

/** How many calls are drawn of how many, what is left out, and how far both go together. */
export function pairsSummary(data: OutcomePairsResponse, { x, y }: PairWords): string {
  const { calls, filled, correlation, cells } = data;
  const drawn = `In ${formatCount(filled)} of ${plural(calls, 'call')} both are numbers: ${x.label} in ${formatCount(data.x.filled)}, ${y.label} in ${formatCount(data.y.filled)}.`;
  const binned = cells
    ? ' There are more than 5,000 different points, so that calls are counted by cell; the outermost take all that lies beyond.'
    : '';
  const together = correlation
    ? ` Pearson’s correlation r = ${formatCoefficient(correlation.r)}, n = ${plural(correlation.calls, 'call')} with one number of each.`
    : '';
  const left = [
    [data.x, x.label],
    [data.y, y.label],
  ] as const;
  const units = left
    .map(([axis, label]) => otherUnitsWords(axis).replace(/\.$/, ` (${label}).`))
    .join('');
  return `${drawn}${together}${binned}${units}${knownWords(data.meta)}`;
}
