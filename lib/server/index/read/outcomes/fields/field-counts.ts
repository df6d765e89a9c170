import * as z from 'zod';
import { VALUE_TYPES } from '@/lib/call/extraction/read-value';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { IS_FIRST, isOfType } from '@/lib/server/index/extraction/kinds';
import { EXTRACTED_TABLES } from '@/lib/server/index/tables';

const callsRow = z.object({ use_case: z.number(), part: z.number(), calls: z.number() });
const filledRow = z.object({
  use_case: z.number(),
  key: z.string(),
  part: z.number(),
  type: z.enum(VALUE_TYPES),
  /** How many values, and how many calls of which it is the first. */
  count: z.number(),
  filled: z.number(),
});
export type Filled = z.infer<typeof filledRow>;

/** How many calls each use case has in each part. */
export function readCallsBy(reader: Reader, where: Sql, part: Sql) {
  return reader.query(
    sql`SELECT use_case, ${part} AS part, count(*) AS calls FROM call WHERE ${where} GROUP BY 1, 2`,
    callsRow,
  );
}

/** On how many of them each key has a value, and of which type those are. */
export function readFilledBy(reader: Reader, where: Sql, part: Sql): Promise<Filled[]> {
  const rows = EXTRACTED_TABLES.map((table) => `SELECT key, place, kind FROM ${table}`);
  return reader.query(
    sql`SELECT g.use_case, d.value AS key, g.part, g.type, CAST(g.n AS INTEGER) AS count, CAST(g.filled AS INTEGER) AS filled
        FROM (
          SELECT c.use_case, e.key, c.part, ${TYPE} AS type, count(*) AS n,
                 count(*) FILTER (WHERE ${raw(IS_FIRST)}) AS filled
          FROM (${raw(rows.join(' UNION ALL '))}) e
          JOIN (SELECT place, use_case, ${part} AS part FROM call WHERE ${where}) c ON c.place = e.place
          GROUP BY 1, 2, 3, 4
        ) g JOIN dimension d ON d.kind = 'extracted' AND d.code = g.key`,
    filledRow,
  );
}

const TYPE = raw(
  `CASE ${VALUE_TYPES.map((type) => `WHEN ${isOfType(type)} THEN '${type}'`).join(' ')} END`,
);
