import * as z from 'zod';
import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { codesOf, conditionsOf, hourOf, weekdayOf } from '@/lib/server/index/read/conditions';
import { barsOf, barsQuestion, scaleOf } from '@/lib/server/index/read/histograms';
import { type Overview, spanOf } from '@/lib/server/index/read/overview';
import type { IndexQuery } from '@/lib/server/index/store';
import { amount, sumOf } from './sums';

const cellRow = z.object({
  weekday: z.number(),
  hour: z.number(),
  calls: z.number(),
  total: z.nullable(z.number()),
});
const barRow = z.object({ bar: z.number(), n: z.number() });

/** When in the week calls are made, and how the cost of a call is spread. */
export async function readPatterns(
  reader: Pick<Session, 'query'>,
  query: IndexQuery,
  overview: Overview,
): Promise<Omit<PatternsResponse, 'meta'>> {
  const span = spanOf(overview);
  const where = conditionsOf(query, span, await codesOf(reader, query)).except();
  const scale = scaleOf('total', { max: overview.dearest, mean: overview.mean_total });
  const [cells, bars] = await Promise.all([
    reader.query(
      sql`SELECT ${weekdayOf(query.timezone, span)} AS weekday, ${hourOf(query.timezone, span)} AS hour,
                 count(*) AS calls, ${raw(sumOf('total'))} AS total
          FROM call WHERE ${where} GROUP BY 1, 2 ORDER BY 1, 2`,
      cellRow,
    ),
    scale ? reader.query(barsQuestion(scale, raw('call'), where), barRow) : [],
  ]);
  return {
    cells: cells.map((cell) => ({
      ...cell,
      total: cell.total === null ? null : amount(cell.total),
    })),
    distribution: barsOf(
      bars.map(({ bar, n }) => ({ bar, count: n })),
      scale,
      1_000_000,
    ),
  };
}
