'use client';

import clsx from 'clsx';
import { type FormEvent, useId, useState } from 'react';
import { FILTER_LABELS } from '@/components/filters/facets/facets';
import type { Facets } from '@/components/filters/facets/use-facets';
import { usePage } from '@/components/shell/context/page-context';
import { FIELD } from '@/components/ui/field';
import { toMicros } from '@/lib/call/costs/costs';
import { formatMeasure } from '@/lib/format/measure';
import { formatMoney } from '@/lib/format/money';
import { formatDuration } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { type Bar, Histogram } from './histogram';
import { type Bounds, boundText, RANGE_KINDS, type RangeKey, readBounds } from './range-draft';

/** The calls between two bounds, and how the calls of this view are spread. It filters on Enter or on leaving. */
export function RangeFields({ range, facets }: { range: RangeKey; facets: Facets }) {
  const { address, filter } = useAddress();
  const { currency } = usePage();
  const inForce: Bounds = { min: address[`min_${range}`], max: address[`max_${range}`] };
  const [draft, setDraft] = useState<Partial<Record<'min' | 'max', string>>>({});
  const id = useId();
  const typed = {
    min: draft.min ?? boundText(range, inForce.min),
    max: draft.max ?? boundText(range, inForce.max),
  };
  const read = readBounds(range, typed);
  const wrong = 'wrong' in read ? read : null;
  const [told, setTold] = useState(false);
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
      <form onSubmit={submit} onBlur={apply} className="mt-1 flex items-center gap-1.5">
        {field('min', 'Minimum')}
        <span aria-hidden className="text-faint">
          –
        </span>
        {field('max', 'Maximum')}
        <span aria-hidden className="shrink-0 text-xs text-muted">
          {sign}
        </span>
        <button type="submit" className="sr-only" tabIndex={-1}>
          Apply
        </button>
      </form>
      {told && wrong && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-xs text-bad">
          {wrong.problem}
        </p>
      )}
    </div>
  );

  function field(bound: 'min' | 'max', name: string) {
    const broken = told && wrong?.wrong === bound;
    return (
      <input
        inputMode="decimal"
        aria-label={`${name} ${label}${unit && ` in ${unit}`}`}
        aria-invalid={broken || undefined}
        aria-describedby={broken ? `${id}-problem` : undefined}
        placeholder={bound === 'min' ? 'Min' : 'Max'}
        maxLength={40}
        value={typed[bound]}
        onChange={(event) => setDraft({ ...draft, [bound]: event.target.value })}
        autoComplete="off"
        className={clsx(FIELD, 'h-7 w-0 flex-1 px-2 tabular-nums', broken && 'border-bad')}
      />
    );
  }

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

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  /** Each field counts as soon as it is left; what cannot be meant stays in its field and is told. */
  function apply() {
    setTold(true);
    if (!('bounds' in read)) return;
    const { min, max } = read.bounds;
    if (min !== inForce.min || max !== inForce.max)
      filter({ [`min_${range}`]: min, [`max_${range}`]: max });
    setDraft({});
    setTold(false);
  }
}
