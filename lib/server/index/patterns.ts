import * as z from 'zod';
import type { PatternsResponse } from '@/lib/call/index-responses';
import { codesOf, conditionsOf, hourOf, weekdayOf } from './conditions';
import type { Session } from './driver';
import { barsOf, barsQuestion, scaleOf } from './histograms';
import { type Overview, spanOf } from './overview';
import { raw, sql } from './sql';
import type { IndexQuery } from './store';
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
