import * as z from 'zod';
import type { Conditions } from './conditions';
import type { Session } from './driver';
import { raw, type Sql, sql } from './sql';

type Reader = Pick<Session, 'query'>;
type Range = { min: number | null; max: number | null; mean: number | null };
type Bars = { from: number; to: number; count: number }[];

const BARS = 20;
/** A few long calls must not press all others into one bar: the last bar takes what is beyond this many means. */
const MEANS = 4;

const barRow = z.object({ bar: z.number(), count: z.number() });

/** How durations (seconds) and costs (amounts) are spread, each without its own condition. */
export async function histogramsOf(
  reader: Reader,
  conditions: Conditions,
  ranges: { duration: Range; cost: Range },
): Promise<{ duration: Bars; cost: Bars }> {
  const [duration, cost] = await Promise.all([
    readHistogram(reader, conditions.except('duration'), 'duration', ranges.duration, 1000),
    readHistogram(reader, conditions.except('cost'), 'total', ranges.cost, 1_000_000),
  ]);
  return { duration, cost };
}

/** Bars of equal, round width from zero on; `scale` is how many of the column's units make one of the answer's. */
export async function readHistogram(
  reader: Reader,
  where: Sql,
  column: string,
  { max, mean }: Range,
  scale: number,
): Promise<Bars> {
  if (max === null || mean === null) return [];
  const width = barWidth(Math.max(1, Math.min(max, mean * MEANS)));
  const name = raw(column);
  const rows = await reader.query(
    sql`SELECT CAST((kept - kept % ${raw(String(width))}) / ${raw(String(width))} AS INTEGER) AS bar, count(*) AS count
        FROM (SELECT least(greatest(${name}, 0), ${width * BARS - 1}) AS kept
              FROM call WHERE ${where} AND ${name} IS NOT NULL) bounded
        GROUP BY 1`,
    barRow,
  );
  return barsOf(rows, width, max).map(({ from, to, count }) => ({
    from: from / scale,
    to: to / scale,
    count,
  }));
}

function barsOf(rows: readonly { bar: number; count: number }[], width: number, max: number): Bars {
  const counts = new Map(rows.map(({ bar, count }) => [bar, count]));
  const last = Math.max(0, ...counts.keys());
  return Array.from({ length: last + 1 }, (_, bar) => ({
    from: bar * width,
    to: bar === BARS - 1 ? Math.max((bar + 1) * width, max) : (bar + 1) * width,
    count: counts.get(bar) ?? 0,
  }));
}

/** The smallest of 1, 2, 5, 10, 20 … units of which the bars reach as far as `most`. */
export function barWidth(most: number): number {
  const rough = most / BARS;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return step * power;
}
