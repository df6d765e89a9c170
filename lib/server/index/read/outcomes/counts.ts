import * as z from 'zod';
import type { OutcomeCounts } from '@/lib/call/answers/outcomes-responses';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { amount, sumOf } from '@/lib/server/index/read/costs/sums';

/** How far some calls came, amounts in millionths; beside them `chosen_1`, `chosen_2` … */
export const countsRow = z
  .object({ calls: z.number(), reached: z.number(), priced: z.number(), total: z.number() })
  .catchall(z.number());
export type RawCounts = z.infer<typeof countsRow>;

/** What to select for {@link countsRow}; `chosen` are conditions on a call. */
export function countsOf(chosen: readonly Sql[]): Sql {
  return join(
    [
      raw('count(*) AS calls, count(*) FILTER (WHERE NOT fruitless) AS reached'),
      raw(`count(total) AS priced, coalesce(${sumOf('total')}, 0) AS total`),
      ...chosen.map(
        (condition, at) =>
          sql`count(*) FILTER (WHERE NOT fruitless AND ${condition}) AS ${raw(`chosen_${at + 1}`)}`,
      ),
    ],
    ', ',
  );
}

/** Some of them together, as the API tells them; `asked`: about how many successes. */
export function countsTold(rows: readonly RawCounts[], asked: number): OutcomeCounts {
  const sum = (of: (row: RawCounts) => number | undefined) =>
    rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const calls = sum((row) => row.calls);
  return {
    calls,
    reached: sum(({ reached }) => reached),
    chosen: Array.from({ length: asked }, (_, at) => sum((row) => row[`chosen_${at + 1}`])),
    calls_without_cost: calls - sum(({ priced }) => priced),
    total: amount(sum(({ total }) => total)),
  };
}
