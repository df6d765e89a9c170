import { shareOf } from '@/lib/call/query/share';
import { NO_VALUE } from '@/lib/call/values/terms';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { IndexQuery } from '@/lib/server/index/store';

/**
 * The condition that a call is in the sample of those that match, and in the share of it. Nothing of it depends on this
 * index alone: not on codes, the order of rows or a hash of the engine's own.
 *
 * - Each use case has as many seats as are its part of the matching calls, and what is left over goes to the largest
 *   remainders, then to the use case with more calls, then by id.
 * - Within a use case those calls have the seats whose ids have the smallest MD5.
 * - Shares are dealt like cards: use case by use case, within it by hash. So they differ by one call at most, also in
 *   how many they have of a use case.
 */
export function inSample({ sample, share }: IndexQuery, matching: Sql): Sql {
  const { part, of } = shareOf(share ?? '1/1') ?? { part: 1, of: 1 };
  const size = sample === undefined ? raw('total') : sql`least(total, ${sample})`;
  return sql`place IN (
    WITH drawn AS MATERIALIZED (
      SELECT place, use_case, count(*) OVER (PARTITION BY use_case) AS n, count(*) OVER () AS total,
             row_number() OVER (PARTITION BY use_case ORDER BY hash) AS nth
      FROM (SELECT place, use_case, md5(id) AS hash FROM call WHERE ${matching}) matching
    ), part AS (
      SELECT use_case, n, coalesce(d.value, ${NO_VALUE}) AS name, ${size} AS size,
             CAST((${size} * n - ${size} * n % total) / total AS BIGINT) AS whole, ${size} * n % total AS rest
      FROM (SELECT DISTINCT use_case, n, total FROM drawn) counted
      LEFT JOIN dimension d ON d.kind = 'use_case' AND d.code = use_case
    ), seat AS (
      SELECT use_case, name, CASE WHEN row_number() OVER (ORDER BY rest DESC, n DESC, name) <= size - sum(whole) OVER ()
                                  THEN whole + 1 ELSE whole END AS seats
      FROM part
    )
    SELECT place FROM (
      SELECT place, row_number() OVER (ORDER BY name, nth) AS card
      FROM drawn JOIN seat ON seat.use_case = drawn.use_case WHERE nth <= seats
    ) dealt WHERE (card - 1) % ${raw(String(of))} = ${raw(String(part - 1))})`;
}
