'use client';

import { valueLabel } from '@/components/filters/facets/facets';
import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatCount, plural } from '@/lib/format/number';

type SampleSeatsProps = {
  /** All calls that match; undefined until they are counted. */
  whole: FacetsResponse | undefined;
  /** Those that are drawn. */
  drawn: FacetsResponse | undefined;
};

/** How many calls match, and how many of each use case are drawn. */
export function SampleSeats({ whole, drawn }: SampleSeatsProps) {
  const seats = new Map(drawn?.facets.use_cases.map(({ value, count }) => [value, count]));
  return (
    <section aria-label="Calls by use case" className="border-t border-line px-4 py-3 text-sm">
      <p role="status">
        {whole === undefined ? (
          <span className="text-muted">Counting…</span>
        ) : (
          <>
            {plural(whole.count, 'call matches', 'calls match')}
            {drawn && `, ${plural(drawn.count, 'is', 'are')} drawn.`}
          </>
        )}
      </p>
      {whole !== undefined && whole.count > 0 && (
        <div className="mt-2 max-h-44 overflow-auto">
          <table aria-label="Calls by use case" className="w-full">
            <thead className="text-left text-xs text-muted">
              <tr>
                <th scope="col" className="font-normal">
                  Use case
                </th>
                <th scope="col" className="pl-4 text-right font-normal">
                  Match
                </th>
                <th scope="col" className="pl-4 text-right font-normal">
                  Drawn
                </th>
              </tr>
            </thead>
            <tbody>
              {whole.facets.use_cases
                .filter(({ count }) => count > 0)
                .map(({ value, label, count }) => (
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
      )}
    </section>
  );
}
