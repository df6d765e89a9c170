import * as z from 'zod';
import type { OddField } from '@/lib/call/answers/upstream-check';
import type { Session } from '@/lib/server/index/engine/driver';
import { amongIds, raw, type Sql, sql } from '@/lib/server/index/engine/sql';

type Reader = Pick<Session, 'query'>;

const fieldRow = z.object({
  path: z.string(),
  calls: z.number(),
  example: z.string(),
  since: z.nullable(z.string()),
});
const timeRow = z.object({ id: z.string(), created: z.number() });

const MOST_TOLD = 100;

/** Fields that do not fit their documented shape: in how many calls, one of them, and since when that is known. */
export async function readOddFields(reader: Reader): Promise<OddField[]> {
  const rows = await reader.query(
    sql`SELECT d.value AS path, d.label AS since, CAST(sum(c.n) AS BIGINT) AS calls, max(c.newest) AS example
        FROM (SELECT odd_set, count(*) AS n, max(id) AS newest FROM call
              WHERE odd_set <> 0 AND absences < 2 GROUP BY odd_set) c
        JOIN set_member m ON m.kind = 'odd' AND m.set_code = c.odd_set
        JOIN dimension d ON d.kind = 'odd' AND d.code = m.code
        GROUP BY d.value, d.label ORDER BY calls DESC, path LIMIT ${MOST_TOLD}`,
    fieldRow,
  );
  return rows.map(({ since, ...row }) => ({ ...row, since: since ?? new Date(0).toISOString() }));
}

/** Of calls that came without a time the one that they have in the index. */
export async function readFirstSeen(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT id, created FROM call WHERE NOT ${hasOwnTime()} AND id ${amongIds(ids)}`,
    timeRow,
  );
  return new Map(rows.map(({ id, created }) => [id, new Date(created).toISOString()]));
}

/** Whether a call came with the time that it has. */
export function hasOwnTime(): Sql {
  return raw(`(odd_set = 0 OR odd_set NOT IN (
    SELECT m.set_code FROM set_member m JOIN dimension d ON d.kind = 'odd' AND d.code = m.code
    WHERE m.kind = 'odd' AND d.value = 'created'))`);
}
