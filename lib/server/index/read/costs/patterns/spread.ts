import * as z from 'zod';
import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import {
  PERCENTILES,
  percentilesShape,
  percentilesTold,
} from '@/lib/server/index/read/costs/percentiles';
import { barsOf, barsQuestion, isOpenBar, scaleOf } from '@/lib/server/index/read/histograms';
import type { Overview } from '@/lib/server/index/read/overview';

const MICROS = 1_000_000;

const barRow = z.object({ bar: z.number(), n: z.number() });
const restRow = z.object({ free: z.number(), below_zero: z.number(), ...percentilesShape });

type Spread = Pick<
  PatternsResponse,
  'distribution' | 'open_end' | 'free' | 'below_zero' | 'p50' | 'p95'
>;

/** How the cost of a call is spread: those that cost something as bars, the others apart. */
export async function readSpread(
  reader: Pick<Session, 'query'>,
  where: Sql,
  { dearest, mean_total }: Overview,
): Promise<Spread> {
  const scale = scaleOf('total', { max: dearest, mean: mean_total });
  const [bars, [rest]] = await Promise.all([
    scale
      ? reader.query(barsQuestion(scale, raw('call'), sql`${where} AND total > 0`), barRow)
      : [],
    reader.query(
      sql`SELECT count(*) FILTER (WHERE total = 0) AS free,
                 count(*) FILTER (WHERE total < 0) AS below_zero, ${PERCENTILES}
          FROM call WHERE ${where}`,
      restRow,
    ),
  ]);
  if (!rest) throw new Error('An aggregate without groups has one row');
  const { free, below_zero, ...percentiles } = rest;
  return {
    distribution: barsOf(
      bars.map(({ bar, n }) => ({ bar, count: n })),
      scale,
      MICROS,
    ),
    open_end: bars.some(({ bar }) => isOpenBar(bar)),
    free,
    below_zero,
    ...percentilesTold(percentiles),
  };
}
