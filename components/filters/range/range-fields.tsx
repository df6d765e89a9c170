'use client';

import { FILTER_LABELS } from '@/components/filters/facets/facets';
import type { Facets } from '@/components/filters/facets/use-facets';
import { usePage } from '@/components/shell/context/page-context';
import { toMicros } from '@/lib/call/costs/costs';
import { formatMeasure } from '@/lib/format/measure';
import { formatMoney } from '@/lib/format/money';
import { formatDuration } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { BoundsForm } from './bounds-form';
import { type Bar, Histogram } from './histogram';
import { type Bounds, boundText, RANGE_KINDS, type RangeKey, readBounds } from './range-draft';

/** The calls between two bounds, and how the calls of this view are spread. It filters on Enter or on leaving. */
export function RangeFields({ range, facets }: { range: RangeKey; facets: Facets }) {
  const { address, filter } = useAddress();
  const { currency } = usePage();
  const inForce: Bounds = { min: address[`min_${range}`], max: address[`max_${range}`] };
  const kind = RANGE_KINDS[range];
  const label = FILTER_LABELS[`min_${range}`].toLowerCase();
  const unit = { time: 'seconds', amount: currency, percent: 'percent', count: '' }[kind];
  const sign = { time: 's', amount: currency, percent: '%', count: '' }[kind];
  return (
    <div className="px-1">
      <div className="h-7 motion-safe:transition-opacity">
        {facets.counts !== 'missing' && (
          <Histogram bars={facets.answer?.histograms[range] ?? []} bounds={inForce} />
        )}
      </div>
      <p className="mt-1 min-h-4 text-2xs text-muted">{summary()}</p>
      <BoundsForm
        label={label}
        unit={unit}
        sign={sign}
        written={{ min: boundText(range, inForce.min), max: boundText(range, inForce.max) }}
        read={(typed) => readBounds(range, typed)}
        onApply={apply}
      />
    </div>
  );

  function summary(): string {
    if (facets.counts === 'missing' || !facets.answer) return '';
    const { min, max } = facets.answer.ranges[range];
    if (min === null || max === null)
      return kind === 'time' || kind === 'amount'
        ? `No call of this view has a ${label}`
        : `No ${label} of this view is known`;
    return `${write(min)} to ${write(max)}${most(facets.answer.histograms[range] ?? [])}`;
  }

  function write(value: number): string {
    if (range === 'cost') return formatMoney(toMicros(value), currency);
    return range === 'duration' ? formatDuration(value) : formatMeasure(range, value);
  }

  function most(bars: readonly Bar[]): string {
    const highest = bars.reduce<Bar | null>(
      (best, bar) => (best === null || bar.count > best.count ? bar : best),
      null,
    );
    if (!highest || highest.count === 0 || bars.length < 2) return '';
    return `; most around ${write(kind === 'count' ? highest.from : (highest.from + highest.to) / 2)}`;
  }

  function apply({ min, max }: Bounds) {
    if (min !== inForce.min || max !== inForce.max)
      filter({ [`min_${range}`]: min, [`max_${range}`]: max });
  }
}
