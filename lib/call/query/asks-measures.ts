import { ASKED_MEASURES, isAskedMeasure } from '@/lib/call/conversation/keys';
import type { CallsQuery } from './filters';

/** Whether how conversations went decides which calls match, or their order. */
export function asksMeasures({ sort_by = 'created', ...query }: CallsQuery): boolean {
  const bounds = ASKED_MEASURES.flatMap((key) => [query[`min_${key}`], query[`max_${key}`]]);
  return isAskedMeasure(sort_by) || bounds.some((bound) => bound !== undefined);
}
