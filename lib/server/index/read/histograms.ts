import type { AskedMeasure } from '@/lib/call/conversation/keys';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';

import { ofAskedMeasures } from '@/lib/server/index/measures';
import type { Overview } from './overview';

export type Bars = { from: number; to: number; count: number }[];

/** How a column is cut into bars: their width, how many there are, and the largest value, in the column's units. */
export type Scale = { column: 'duration' | 'total' | AskedMeasure; width: number; max: number };

const BARS = 20;
/** The largest talk share, in the index's units. */
const WHOLE_SHARE = 10_000;
/** A few long calls must not press all others into one bar: the last bar takes what is beyond this many means. */
const MEANS = 4;

/** Bars of equal, round width from zero on, the same whatever is filtered: null where there is nothing to cut. */
export function scaleOf(
  column: Scale['column'],
  { max, mean }: { max: number | null; mean: number | null },
): Scale | null {
  if (max === null || mean === null) return null;
  // A part of a whole is cut into the same parts whatever there is.
  if (column === 'talk_share') return { column, width: WHOLE_SHARE / BARS, max: WHOLE_SHARE };
  return { column, width: barWidth(Math.max(1, Math.min(max, mean * MEANS))), max };
}

/** How each measure of conversations is cut. */
export function measureScales(overview: Overview): Record<AskedMeasure, Scale | null> {
  return ofAskedMeasures((key) =>
    scaleOf(key, { max: overview[`${key}_max`], mean: overview[`${key}_mean`] }),
  );
}

/** Which bar (from 0) a call is in, over `source`; what is below zero is in the first. */
function barOf({ column, width }: Scale): Sql {
  const kept = `least(greatest(${column}, 0), ${width * BARS - 1})`;
  return raw(`CAST((${kept} - ${kept} % ${width}) / ${width} AS INTEGER)`);
}

/** Whether a bar takes everything beyond its beginning. */
export function isOpenBar(bar: number): boolean {
  return bar === BARS - 1;
}

/** Counts by bar over a source of calls. */
export function barsQuestion(scale: Scale, source: Sql, where: Sql): Sql {
  return sql`SELECT ${barOf(scale)} AS bar, count(*) AS n FROM ${source}
             WHERE ${where} AND ${raw(scale.column)} IS NOT NULL GROUP BY 1`;
}

/** The counts as bars without gaps; `unit` is how many of the column's units make one of the answer's. */
export function barsOf(
  rows: readonly { bar: number; count: number }[],
  scale: Scale | null,
  unit: number,
): Bars {
  if (!scale || rows.length === 0) return [];
  const { width, max } = scale;
  const counts = new Map(rows.map(({ bar, count }) => [bar, count]));
  const last = Math.max(0, ...counts.keys());
  return Array.from({ length: last + 1 }, (_, bar) => ({
    from: (bar * width) / unit,
    to: (isOpenBar(bar) ? Math.max((bar + 1) * width, max) : (bar + 1) * width) / unit,
    count: counts.get(bar) ?? 0,
  }));
}

/** The smallest of 1, 2, 5, 10, 20 … units of which the bars reach as far as `most`. */
function barWidth(most: number): number {
  const rough = most / BARS;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return step * power;
}
