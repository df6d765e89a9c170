import * as z from 'zod';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { EXTRACTED_TABLES } from '@/lib/server/index/tables';
import { IS_FIRST, isOfType, PLAIN_KIND } from './kinds';

const MOST_VALUES = 10;

const numberOrNull = z.nullable(z.number());
export const reportRow = z.object({
  part: z.enum(['kind', 'use_case', 'value', 'distinct', 'median', 'unit']),
  key: z.string(),
  /** Of what kind, or in which use case. */
  kind: z.number(),
  text: z.nullable(z.string()),
  n: z.number(),
  min: numberOrNull,
  max: numberOrNull,
});
export type ReportRow = z.infer<typeof reportRow>;

/** All values of the calls that match are walked once: what is told of each key is made of how often it has each. */
export function reportQuestion(where: Sql): Sql {
  const rows = join(
    EXTRACTED_TABLES.map((table) => raw(`SELECT * FROM ${table}`)),
    ' UNION ALL ',
  );
  return sql`WITH grouped AS MATERIALIZED (
      SELECT e.key AS code, e.text, ${raw(PLAIN_KIND)} AS kind, e.number, e.unit, k.use_case,
             count(*) AS n, count(*) FILTER (WHERE ${raw(IS_FIRST)}) AS calls
      FROM (${rows}) e JOIN (SELECT place, use_case FROM call WHERE ${where}) k ON k.place = e.place
      GROUP BY 1, 2, 3, 4, 5, 6
    ), texts AS MATERIALIZED (
      SELECT code, text, CAST(sum(n) AS BIGINT) AS n FROM grouped WHERE text IS NOT NULL GROUP BY 1, 2
    ), units AS MATERIALIZED (
      SELECT code, unit AS told, n FROM (
        SELECT code, unit, CAST(sum(n) AS BIGINT) AS n, row_number() OVER (PARTITION BY code ORDER BY sum(n) DESC, unit) AS nth
        FROM grouped WHERE unit IS NOT NULL GROUP BY code, unit
      ) ranked WHERE nth = 1
    )
    SELECT parts.part, d.value AS key, parts.kind, parts.text, parts.n, parts.min, parts.max
    FROM (${PARTS_OF_REPORT}) parts JOIN dimension d ON d.kind = 'extracted' AND d.code = parts.code`;
}

const NO_RANGE = 'CAST(NULL AS BIGINT) AS min, CAST(NULL AS BIGINT) AS max';

/** Units are not mixed: numbers count that are in the one that is told, or name none. */
const IS_TOLD = '(unit IS NULL OR unit = told)';

const PARTS_OF_REPORT = join(
  [
    `SELECT 'kind' AS part, code, kind, CAST(NULL AS VARCHAR) AS text, CAST(sum(n) AS BIGINT) AS n, min(number) FILTER (WHERE ${IS_TOLD}) AS min, max(number) FILTER (WHERE ${IS_TOLD}) AS max
     FROM (SELECT g.*, told FROM grouped g LEFT JOIN units u ON u.code = g.code) measured GROUP BY code, kind`,
    `SELECT 'use_case', code, use_case, NULL, CAST(sum(calls) AS BIGINT), ${NO_RANGE} FROM grouped GROUP BY code, use_case`,
    `SELECT 'distinct', code, 0, NULL, count(*), ${NO_RANGE} FROM texts GROUP BY code`,
    `SELECT 'value', code, 0, text, n, ${NO_RANGE} FROM (
       SELECT *, row_number() OVER (PARTITION BY code ORDER BY n DESC, text) AS nth FROM texts
     ) ranked WHERE nth <= ${MOST_VALUES}`,
    `SELECT 'unit', code, 0, told, n, ${NO_RANGE} FROM units`,
    // By nearest rank, as everywhere: the smallest number at which half of all are reached.
    `SELECT 'median', code, 0, NULL, 0, min(number) FILTER (WHERE reached * 2 >= total), NULL
     FROM (
       SELECT code, number, sum(n) OVER (PARTITION BY code ORDER BY number) AS reached, sum(n) OVER (PARTITION BY code) AS total
       FROM (
         SELECT g.code, number, sum(g.n) AS n FROM grouped g LEFT JOIN units u ON u.code = g.code
         WHERE ${isOfType('number')} AND ${IS_TOLD} GROUP BY g.code, number
       ) numbers
     ) running GROUP BY code`,
  ].map(raw),
  ' UNION ALL ',
);
