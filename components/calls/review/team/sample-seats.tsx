'use client';

import { valueLabel } from '@/components/filters/facets/facets';
import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatCount } from '@/lib/format/number';

type SampleSeatsProps = {
  /** All calls that match. */
  whole: FacetsResponse;
  /** Those that are drawn; undefined until they are. */
  drawn: FacetsResponse | undefined;
};

/** How many calls of each use case match, and how many of them are drawn. */
export function SampleSeats({ whole, drawn }: SampleSeatsProps) {
  const seats = new Map(drawn?.facets.use_cases.map(({ value, count }) => [value, count]));
  const matching = whole.facets.use_cases.filter(({ count }) => count > 0);
  if (matching.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-3 text-sm">
      <table aria-label="Calls by use case" className="w-full">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th scope="col" className="font-normal">
              Use case
            </th>
            {['Match', 'Drawn'].map((name) => (
              <th key={name} scope="col" className="pl-4 text-right font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matching.map(({ value, label, count }) => (
            <tr key={value}>
              <th scope="row" className="py-0.5 text-left font-normal wrap-anywhere">
                <bdi>{value === NO_VALUE ? valueLabel('use_cases', value) : label}</bdi>
              </th>
              <td className="pl-4 text-right tabular-nums">{formatCount(count)}</td>
              <td className="pl-4 text-right font-medium tabular-nums">
                {drawn ? formatCount(seats.get(value) ?? 0) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
