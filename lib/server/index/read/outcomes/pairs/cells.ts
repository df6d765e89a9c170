import * as z from 'zod';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { PARTS } from '@/lib/server/index/extraction/rows';
import { roundWidth } from '@/lib/server/index/extraction/scale';

/** The numbers of both keys, in the unit of each, and the calls that match. */
export type Both = { x: Sql; y: Sql; matching: Sql };
type Cells = NonNullable<OutcomePairsResponse['cells']>;

/** How the numbers of a key are cut, in millionths: all but the first and the last bin are equally wide. */
type Scale = { start: number; width: number; last: number; min: number; max: number };

const BINS = 20;

const scaleRow = z.object({
  lowest: z.nullable(z.number()),
  highest: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
});
const NO_SCALE = { lowest: null, highest: null, low: null, high: null };
const cellRow = z.object({ x: z.number(), y: z.number(), calls: z.number() });

/** How many calls have a number of each key in each two bins. */
export async function readCells(reader: Reader, { x, y, matching }: Both): Promise<Cells> {
  const [along, up] = await Promise.all([
    readScale(reader, x, y, matching),
    readScale(reader, y, x, matching),
  ]);
  if (!along || !up) return { x: [], y: [], counts: [] };
  const binned = (numbers: Sql, scale: Scale) =>
    sql`SELECT DISTINCT found_at, ${binOf(scale)} AS bin FROM (${numbers}) v WHERE found_at IN (${matching})`;
  const counts = await reader.query(
    sql`SELECT v.bin AS x, w.bin AS y, count(*) AS calls
        FROM (${binned(x, along)}) v JOIN (${binned(y, up)}) w ON w.found_at = v.found_at
        GROUP BY 1, 2 ORDER BY 1, 2`,
    cellRow,
  );
  return { x: binsTold(along), y: binsTold(up), counts };
}

/** Of those numbers that have one of the other key beside them on their call. */
async function readScale(
  reader: Reader,
  numbers: Sql,
  others: Sql,
  matching: Sql,
): Promise<Scale | null> {
  const [row] = await reader.query(
    sql`SELECT lowest, highest, ranks[1] AS low, ranks[2] AS high FROM (
          SELECT min(found) AS lowest, max(found) AS highest, quantile_disc(found, [0.01, 0.99]) AS ranks
          FROM (${numbers}) v
          WHERE found_at IN (${matching}) AND found_at IN (SELECT found_at FROM (${others}) w)
        ) s`,
    scaleRow,
  );
  const { lowest: min, highest: max, low, high } = row ?? NO_SCALE;
  if (min === null || max === null || low === null || high === null) return null;
  // A few that lie far off must not press all others into one bin: the first and the last one take them.
  const width = roundWidth(high - low);
  const start = Math.floor(low / width) * width;
  const last = Math.min(BINS, Math.max(0, Math.floor((max - start) / width)));
  return { start, width, last, min, max };
}

/** Whole numbers are divided as such: a quotient with decimals could fall into the next bin. */
function binOf({ start, width, last }: Scale): Sql {
  return sql`CAST(least(greatest((found - ${raw(`(${start})`)}) // ${raw(String(width))}, 0), ${raw(String(last))}) AS INTEGER)`;
}

/** Both ends inclusive and to the millionth, as filters have them. */
function binsTold({ start, width, last, min, max }: Scale): Cells['x'] {
  return Array.from({ length: last + 1 }, (_, bin) => {
    const from = start + bin * width;
    const to = from + width - 1;
    return {
      min: (bin === 0 ? Math.min(from, min) : from) / PARTS,
      max: (bin === last ? Math.max(to, max) : to) / PARTS,
    };
  });
}
