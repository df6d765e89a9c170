import * as z from 'zod';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { type ExtractedFilters, extractedConditions } from '@/lib/call/query/extracted';
import type { Reader } from '@/lib/server/index/engine/driver';
import { all, type Sql, sql } from '@/lib/server/index/engine/sql';
import { PARTS } from '@/lib/server/index/extraction/rows';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { keyFacts } from '@/lib/server/index/read/outcomes/field-rows';
import { numbersIn } from '@/lib/server/index/read/outcomes/units';
import type { OutcomePairsAnswer, OutcomePairsQuestion } from '@/lib/server/index/store';
import { type Both, readCells } from './cells';

/** More than so many points are told as cells, */
const MOST_POINTS = 5000;
/** and so are more pairs of lists: a call with two lists of a hundred numbers has ten thousand of them. */
const MOST_LISTED_PAIRS = 2_000_000;
/** A correlation of fewer calls tells nothing. */
const FEWEST_CORRELATED = 10;

const countsRow = z.object({
  calls: z.number(),
  filled_x: z.number(),
  filled_y: z.number(),
  filled: z.number(),
  pairs: z.number(),
  single: z.number(),
  r: z.nullable(z.number()),
});
const pointRow = z.object({ x: z.number(), y: z.number(), calls: z.number(), id: z.string() });

/**
 * The numbers under two keys against each other. A call with several has a pair of each with each, and is counted once at
 * a point and in a cell, so that a filter by both finds as many.
 */
export async function readOutcomePairs(
  reader: Reader,
  { field, against, ...query }: OutcomePairsQuestion,
  span: QuarterSpan,
): Promise<OutcomePairsAnswer> {
  const where = conditionsOf(query, span, await codesOf(reader, query)).except();
  const matching = sql`SELECT place FROM call WHERE ${where}`;
  const [x, y] = await Promise.all([
    axisOf(reader, field, query, where),
    axisOf(reader, against, query, where),
  ]);
  const both = { x: x.rows, y: y.rows, matching };
  const counts = await readCounts(reader, both, [x.several, y.several]);
  const several = x.several || y.several;
  const isFew = !several || counts.pairs <= MOST_LISTED_PAIRS;
  const points = isFew ? await readPoints(reader, both, several) : null;
  return {
    calls: counts.calls,
    filled: counts.filled,
    x: { unit: x.unit, other_units: x.other_units, filled: counts.filled_x },
    y: { unit: y.unit, other_units: y.other_units, filled: counts.filled_y },
    points,
    cells: points ? null : await readCells(reader, both),
    correlation: correlationOf(counts),
    range: { from: query.from ?? null, to: query.to ?? null },
  };
}

/** The numbers of a key that are measured in one unit, and lie within the bounds that are asked for. */
async function axisOf(reader: Reader, key: string, query: ExtractedFilters, where: Sql) {
  const { code, several } = await keyFacts(reader, key);
  const { rows, unit, other_units } = await numbersIn(reader, code, where, null);
  const asked = extractedConditions(query).find((each) => each.key === key);
  const bounds = [
    ...(typeof asked?.min === 'number' ? [sql`found >= ${Math.round(asked.min * PARTS)}`] : []),
    ...(typeof asked?.max === 'number' ? [sql`found <= ${Math.round(asked.max * PARTS)}`] : []),
  ];
  const within = sql`SELECT found_at, found FROM (${rows}) WHERE ${all(bounds)}`;
  return { rows: within, several, unit, other_units };
}

/** `several`: whether a call can have more than one number, of each key; else nothing has to be grouped by call. */
async function readCounts(
  reader: Reader,
  { x, y, matching }: Both,
  [manyX, manyY]: readonly [boolean, boolean],
) {
  const byCall = (numbers: Sql, many: boolean) =>
    many
      ? sql`SELECT found_at, count(*) AS n, CAST(min(found) AS DOUBLE) AS found FROM (${numbers}) v GROUP BY 1`
      : sql`SELECT found_at, 1 AS n, CAST(found AS DOUBLE) AS found FROM (${numbers}) v`;
  const [row] = await reader.query(
    sql`SELECT count(*) AS calls, count(x.n) AS filled_x, count(y.n) AS filled_y, count(x.n + y.n) AS filled,
          coalesce(CAST(sum(x.n * y.n) AS DOUBLE), 0) AS pairs,
          count(*) FILTER (WHERE x.n = 1 AND y.n = 1) AS single,
          nullif(corr(x.found, y.found) FILTER (WHERE x.n = 1 AND y.n = 1), CAST('nan' AS DOUBLE)) AS r
        FROM (${matching}) m
        LEFT JOIN (${byCall(x, manyX)}) x ON x.found_at = m.place
        LEFT JOIN (${byCall(y, manyY)}) y ON y.found_at = m.place`,
    countsRow,
  );
  return row ?? NO_COUNTS;
}

const NO_COUNTS: z.infer<typeof countsRow> = {
  calls: 0,
  filled_x: 0,
  filled_y: 0,
  filled: 0,
  pairs: 0,
  single: 0,
  r: null,
};

/** Where one of both never changes there is none. */
function correlationOf({
  single,
  r,
}: Pick<z.infer<typeof countsRow>, 'single' | 'r'>): OutcomePairsResponse['correlation'] {
  if (single < FEWEST_CORRELATED || r === null) return null;
  return { method: 'pearson', r: Math.max(-1, Math.min(1, r)), calls: single };
}

/** Null: there are too many. */
async function readPoints(
  reader: Reader,
  { x, y, matching }: Both,
  several: boolean,
): Promise<OutcomePairsAnswer['points']> {
  const counted = several ? sql`count(DISTINCT v.found_at)` : sql`count(*)`;
  const rows = await reader.query(
    sql`SELECT p.x AS x, p.y AS y, p.calls AS calls, call.id AS id
        FROM (
          SELECT v.found AS x, w.found AS y, ${counted} AS calls, min(v.found_at) AS found_at
          FROM (${x}) v JOIN (${y}) w ON w.found_at = v.found_at
          WHERE v.found_at IN (${matching}) GROUP BY 1, 2 LIMIT ${MOST_POINTS + 1}
        ) p JOIN call ON call.place = p.found_at
        ORDER BY 1, 2`,
    pointRow,
  );
  if (rows.length > MOST_POINTS) return null;
  return rows.map((point) => ({
    x: point.x / PARTS,
    y: point.y / PARTS,
    calls: point.calls,
    id: point.calls === 1 ? point.id : null,
  }));
}
