import * as z from 'zod';
import type { PatternsResponse } from '@/lib/call/index-responses';
import { conditionsOf, hourOf, type QuarterSpan, weekdayOf } from './conditions';
import type { Session } from './driver';
import { readHistogram } from './histograms';
import { sql } from './sql';
import type { IndexQuery } from './store';
import { amount } from './sums';

const cellRow = z.object({
  weekday: z.number(),
  hour: z.number(),
  calls: z.number(),
  total: z.number(),
});
const rangeRow = z.object({
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
  mean: z.nullable(z.number()),
});

/** When in the week calls are made, and how the cost of a call is spread. */
export async function readPatterns(
  reader: Pick<Session, 'query'>,
  query: IndexQuery,
  span: QuarterSpan,
): Promise<Omit<PatternsResponse, 'meta'>> {
  const where = conditionsOf(query, span).except();
  const [cells, [range]] = await Promise.all([
    reader.query(
      sql`SELECT ${weekdayOf(query.timezone, span)} AS weekday, ${hourOf(query.timezone, span)} AS hour,
                 count(*) AS calls, CAST(coalesce(sum(total), 0) AS BIGINT) AS total
          FROM call WHERE ${where} GROUP BY 1, 2 ORDER BY 1, 2`,
      cellRow,
    ),
    reader.query(
      sql`SELECT min(total) AS min, max(total) AS max, CAST(avg(total) AS DOUBLE PRECISION) AS mean
          FROM call WHERE ${where}`,
      rangeRow,
    ),
  ]);
  const distribution = range ? await readHistogram(reader, where, 'total', range, 1_000_000) : [];
  return {
    cells: cells.map((cell) => ({ ...cell, total: amount(cell.total) })),
    distribution,
  };
}
