'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { noiseQuery } from '@/components/costs/view/questions';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { optionalCostsQueryOptions } from '@/lib/api/costs';
import type { CostsResponse, Sums } from '@/lib/call/answers/index-responses';
import { noiseOf } from '@/lib/call/costs/noise';

/**
 * How much of a number's change chance makes, between the two periods of an answer; null where that is not known,
 * undefined as long as it is not measured.
 */
export type NoiseOf = (value: (sums: Sums) => number | null) => number | null | undefined;

/** Measured by the whole weeks before the end of the range. */
export function useNoise(view: CostsPage, data: CostsResponse | undefined): NoiseOf {
  const to = data?.previous ? data.periods.current.to : null;
  const weeks = useQuery(optionalCostsQueryOptions(to === null ? null : noiseQuery(view, to)));
  const measured = weeks.data !== undefined || weeks.error !== null;
  return useMemo(() => {
    const from = Date.parse(weeks.data?.meta.coverage.from ?? '');
    const length = lengthOf(data);
    // What lies before all that is known is no week without calls.
    const known = (weeks.data?.series ?? []).filter(({ start }) => Date.parse(start) >= from);
    return (value) => (measured ? noiseOf(known.map(value), length) : undefined);
  }, [weeks.data, measured, data]);
}

function lengthOf(data: CostsResponse | undefined): number {
  const { from, to } = data?.periods.current ?? {};
  return from && to ? Date.parse(to) - Date.parse(from) : 0;
}
