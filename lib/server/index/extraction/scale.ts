import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { valuesOf } from './conditions';
import { isOfType } from './kinds';
import { PARTS } from './rows';

/** How the numbers of a key, or its dates, are cut into bars, in the index's units. */
export type KeyScale = {
  type: 'number' | 'date';
  start: number;
  width: number;
  min: number;
  max: number;
  /** Whether calls have several values, so that they must be counted once in each bar. */
  several: boolean;
};

const BARS = 20;
const HOUR = 3_600_000;
/** Widths that people count in: hours, days, weeks, months of four weeks, years of 52. */
const DATE_WIDTHS = [1, 6, 24, 168, 672, 2016, 8736].map((hours) => hours * HOUR);

const row = z.object({
  type: z.enum(['number', 'date']),
  n: z.number(),
  calls: z.number(),
  min: z.number(),
  max: z.number(),
  low: z.number(),
  high: z.number(),
});

/** Bars of equal, round width, the same whatever is filtered; null where there is nothing to cut. */
export async function readKeyScale(reader: Reader, code: number): Promise<KeyScale | null> {
  const one = (type: 'number' | 'date') =>
    sql`SELECT ${type} AS type, count(*) AS n, count(DISTINCT place) AS calls, min(number) AS min, max(number) AS max,
               percentile_disc(0.01) WITHIN GROUP (ORDER BY number) AS low,
               percentile_disc(0.99) WITHIN GROUP (ORDER BY number) AS high
        FROM (${valuesOf(code, raw('place, number'), raw(isOfType(type)))}) v HAVING count(*) > 0`;
  const rows = await reader.query(sql`${one('number')} UNION ALL ${one('date')}`, row);
  const [most] = rows.sort((a, b) => b.n - a.n);
  if (!most) return null;
  const { type, n, calls, min, max, low, high } = most;
  // A few that lie far off must not press all others into one bar: the first and the last one take them.
  const width = type === 'date' ? dateWidth(high - low) : roundWidth(high - low);
  return { type, width, start: Math.floor(low / width) * width, min, max, several: n > calls };
}

/** Counts by bar over rows of a key. */
export function keyBars({ type, start, width, several }: KeyScale, source: Sql): Sql {
  const bar = raw(
    `CAST(least(greatest(floor((number - ${start}) / ${width}), 0), ${BARS}) AS INTEGER)`,
  );
  const counted = raw(several ? 'count(DISTINCT place)' : 'count(*)');
  return sql`SELECT ${bar} AS bar, ${counted} AS n FROM (${source}) v WHERE ${raw(isOfType(type))} GROUP BY 1`;
}

/** The counts as bars without gaps, in the units of answers. */
export function keyBarsOf(
  rows: readonly { bar: number; n: number }[],
  { type, start, width, min, max }: KeyScale,
): { from: number; to: number; count: number }[] {
  if (rows.length === 0) return [];
  const unit = type === 'number' ? PARTS : 1;
  const counts = new Map(rows.map(({ bar, n }) => [bar, n]));
  const last = Math.max(...counts.keys());
  return Array.from({ length: last + 1 }, (_, bar) => ({
    from: (bar === 0 ? Math.min(start, min) : start + bar * width) / unit,
    to:
      (bar === BARS ? Math.max(start + (bar + 1) * width, max) : start + (bar + 1) * width) / unit,
    count: counts.get(bar) ?? 0,
  }));
}

/** The smallest of 1, 2, 5, 10, 20 … of which the bars reach so far. */
export function roundWidth(reach: number): number {
  const rough = Math.max(1, reach / BARS);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((step) => step * power >= rough) ?? 10) * power;
}

function dateWidth(reach: number): number {
  const longest = DATE_WIDTHS.at(-1) ?? HOUR;
  return (
    DATE_WIDTHS.find((width) => width * BARS >= reach) ??
    Math.ceil(reach / BARS / longest) * longest
  );
}
