import * as z from 'zod';
import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { hourOf, weekdayOf } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { amount, sumOf } from '@/lib/server/index/read/costs/sums';
import { type Overview, spanOf } from '@/lib/server/index/read/overview';
import type { PatternsQuestion } from '@/lib/server/index/store';
import { occurrencesOf } from './occurrences';
import { readSpread } from './spread';

const cellRow = z.object({
  weekday: z.number(),
  hour: z.number(),
  calls: z.number(),
  total: z.nullable(z.number()),
});

/** When in the week calls are made, and how the cost of a call is spread. */
export async function readPatterns(
  reader: Pick<Session, 'query'>,
  question: PatternsQuestion,
  overview: Overview,
): Promise<Omit<PatternsResponse, 'meta'>> {
  const { now, ...query } = question;
  const span = spanOf(overview);
  const where = conditionsOf(query, span, await codesOf(reader, query)).except();
  const [cells, spread] = await Promise.all([
    reader.query(
      sql`SELECT ${weekdayOf(query.timezone, span)} AS weekday, ${hourOf(query.timezone, span)} AS hour,
                 count(*) AS calls, ${raw(sumOf('total'))} AS total
          FROM call WHERE ${where} GROUP BY 1, 2 ORDER BY 1, 2`,
      cellRow,
    ),
    readSpread(reader, where, overview),
  ]);
  const occurrences = occurrencesIn(question, overview);
  return {
    cells: cells.map((cell) => ({
      ...cell,
      total: cell.total === null ? null : amount(cell.total),
      occurrences: Math.max(1, occurrences[(cell.weekday - 1) * 24 + cell.hour] ?? 0),
    })),
    ...spread,
  };
}

/** Of hours that are still to come, and of those before the first call, nothing is known: they did not come round. */
function occurrencesIn(
  { from, to, timezone, now }: PatternsQuestion,
  { oldest, newest }: Overview,
): number[] {
  const present = Math.max(Date.parse(now), newest ?? 0);
  const first = Math.max(oldest ?? present, from === undefined ? 0 : Date.parse(from));
  const last = Math.min(present, to === undefined ? present : Date.parse(to));
  // Both ends are in the range.
  return occurrencesOf(first, last + 1, timezone);
}
