import * as z from 'zod';
import { raw } from '@/lib/server/index/engine/sql';
import { amount } from './sums';

/** The percentiles of what calls cost, in millionths; null where none has a cost. */
export const percentilesShape = { p50: z.nullable(z.number()), p95: z.nullable(z.number()) };

/** What to select for {@link percentilesShape}: by nearest rank, so that each is what a call did cost. */
export const PERCENTILES = raw(
  [0.5, 0.95]
    .map(
      (part) =>
        `percentile_disc(${part}) WITHIN GROUP (ORDER BY total) FILTER (WHERE total IS NOT NULL) AS p${part * 100}`,
    )
    .join(', '),
);

/** The percentiles as the API tells them: amounts in the currency. */
export function percentilesTold({ p50, p95 }: { p50: number | null; p95: number | null }) {
  return { p50: p50 === null ? null : amount(p50), p95: p95 === null ? null : amount(p95) };
}
