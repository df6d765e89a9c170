'use client';

import { useQuery } from '@tanstack/react-query';
import { sumsQuery } from '@/components/costs/view/questions';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { costsQueryOptions, optionalCostsQueryOptions } from '@/lib/api/costs';
import { problemOf } from '@/lib/api/get-json';

/**
 * The sums of the range and of the period before. They have nothing to do with the interval: where it makes more bars
 * than there can be, they are asked for by month.
 */
export function useSums(view: CostsPage) {
  const question = sumsQuery(view);
  const asked = useQuery(costsQueryOptions(question));
  const tooFine = isTooFine(asked.error);
  const coarse = useQuery(
    optionalCostsQueryOptions(tooFine ? { ...question, interval: 'month' } : null),
  );
  return { tooFine, result: tooFine ? coarse : asked };
}

/** Whether a question failed because of its interval alone. */
export function isTooFine(error: unknown): boolean {
  if (!error) return false;
  return problemOf(error).errors?.some(({ field }) => field === 'interval') === true;
}
