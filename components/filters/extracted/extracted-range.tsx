'use client';

import { FacetRow } from '@/components/filters/facets/facet-row';
import { BoundsForm } from '@/components/filters/range/bounds-form';
import { Histogram } from '@/components/filters/range/histogram';
import { usePage } from '@/components/shell/context/page-context';
import { useMay } from '@/components/shell/context/use-may';
import type { ExtractionFacet } from '@/lib/call/answers/extraction-responses';
import type { ExtractedBound, ExtractedCondition } from '@/lib/call/query/extracted';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatCalendarDay, formatQuantity } from '@/lib/format/extracted';
import { useAddress } from '@/lib/url/use-address';
import { type BoundedKind, boundsChange, hasChange, onlyWithout } from './extracted-state';
import { readDays, readQuantities, writtenDay, writtenNumber } from './typed-bounds';
import type { ExtractedFacets } from './use-extracted-facets';

type ExtractedRangeProps = {
  kind: BoundedKind;
  /** Undefined until it is counted. */
  facet: ExtractionFacet | undefined;
  label: string;
  condition: ExtractedCondition;
  facets: ExtractedFacets;
};

/** The calls between two numbers or days, how the calls of this view are spread, and calls without any. */
export function ExtractedRange({ kind, facet, label, condition, facets }: ExtractedRangeProps) {
  const { filter } = useAddress();
  const { preferences } = usePage();
  const mayNumbers = useMay('phone_numbers');
  const { key, min, max, has } = condition;
  const { isDate, unit } = kind;
  const write = isDate ? writtenDay : writtenNumber;
  const ends = { min: ended(min), max: ended(max, DAY_MS - 1) };
  const named = label.toLowerCase();
  return (
    <>
      {isDate || mayNumbers ? (
        <div className="px-1">
          {facet && facets.counts !== 'missing' && (
            <Histogram bars={facet.histogram} bounds={ends} />
          )}
          <p className="mt-1 min-h-4 text-2xs text-muted">{summary()}</p>
          <BoundsForm<ExtractedBound>
            key={isDate ? 'days' : 'numbers'}
            label={named}
            type={isDate ? 'date' : 'text'}
            unit={unit ?? undefined}
            sign={isDate ? undefined : (unit ?? undefined)}
            written={{ min: write(min), max: write(max) }}
            read={isDate ? readDays : readQuantities}
            onApply={(bounds) => filter(boundsChange(key, bounds))}
          />
        </div>
      ) : (
        <p className="px-1 py-1 text-xs text-muted">
          Numbers in extracted values are hidden for your role.
        </p>
      )}
      <FacetRow
        choice={{ value: NO_VALUE, label: 'Has no value', count: facet?.without ?? null }}
        counts={facets.counts}
        checked={has === false}
        excluded={has === true}
        onToggle={() => filter(has === false ? hasChange(key, null) : onlyWithout(key))}
        onOnly={() => filter(onlyWithout(key))}
        onExclude={() => filter(hasChange(key, has === true ? null : true))}
        shortcuts={preferences.shortcuts}
      />
    </>
  );

  function summary(): string {
    if (!facet || facets.counts === 'missing') return '';
    const { min: least, max: most } = facet.range;
    if (least === null || most === null) return 'No call of this view has one';
    const words = (value: number) =>
      isDate ? formatCalendarDay(value) : formatQuantity(value, unit);
    return least === most ? words(least) : `${words(least)} to ${words(most)}`;
  }
}

const DAY_MS = 86_400_000;

/** A bound as the bars have it: dates in milliseconds, a day with its end where it is the last one. */
function ended(bound: ExtractedBound | undefined, rest = 0): number | null {
  if (bound === undefined) return null;
  if (typeof bound === 'number') return bound;
  return Date.parse(bound) + (bound.length === 10 ? rest : 0);
}
