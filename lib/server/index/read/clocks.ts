import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { zonePeriods } from './costs/zones';

/** What the clocks of a zone show, as expressions over a call. */

/** The first and the last quarter-hour that conditions on clocks must know about. */
export type QuarterSpan = { first: number; last: number };

/** The quarter-hour since 1970 as the clocks of a zone show it. */
export function localQuarter(timezone: string, { first, last }: QuarterSpan): Sql {
  const periods = zonePeriods(timezone, first, last);
  const [only] = periods;
  if (only && periods.length === 1) return raw(`(quarter + ${only.offset})`);
  const cases = periods.map(({ offset }, index) => {
    const end = periods[index + 1]?.start;
    return end === undefined ? `ELSE ${offset}` : `WHEN quarter < ${end} THEN ${offset}`;
  });
  return raw(`(quarter + CASE ${cases.join(' ')} END)`);
}

/** Days since 1970 by the clocks of the zone. */
export function localDay(timezone: string, span: QuarterSpan): Sql {
  return wholePart(localQuarter(timezone, span), 96);
}

/** 1 is Monday; the first of January 1970 was a Thursday. */
export function weekdayOf(timezone: string, span: QuarterSpan): Sql {
  return sql`((${localDay(timezone, span)} + 3) % 7 + 1)`;
}

export function hourOf(timezone: string, span: QuarterSpan): Sql {
  return sql`(${wholePart(localQuarter(timezone, span), 4)} % 24)`;
}

/** Division without a rest, in words that every engine takes the same way. */
function wholePart(value: Sql, divisor: number): Sql {
  const by = raw(String(divisor));
  return sql`CAST((${value} - ${value} % ${by}) / ${by} AS INTEGER)`;
}
