import * as z from 'zod';
import { type CountedUnit, unitsOf } from '@/lib/call/outcomes/units';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import { numbersOfKey } from './field-rows';

const unitRow = z.object({ unit: z.nullable(z.string()), count: z.number() });

/** The numbers of a key that are measured in one unit, and what the others are measured in. */
export type Numbers = {
  /** To be joined to calls at `found_at`: those in the unit, and those that name none. */
  rows: Sql;
  unit: string | null;
  other_units: { unit: string; count: number }[];
};

/** In the unit that most numbers of the calls have now, or had before where none has one now. */
export async function numbersIn(
  reader: Reader,
  code: number,
  current: Sql,
  past: Sql | null,
): Promise<Numbers> {
  const all = numbersOfKey(code);
  const known = await reader.query(
    sql`SELECT found_unit AS unit, count(*) AS count FROM (${all}) v GROUP BY 1`,
    unitRow,
  );
  const anywhere = unitsOf(known);
  // Of one unit it need not be counted on which calls it is.
  if (anywhere.others.length === 0) return { rows: all, unit: anywhere.unit, other_units: [] };
  const counted = (where: Sql) =>
    reader.query(
      sql`SELECT v.found_unit AS unit, count(*) AS count FROM call JOIN (${all}) v ON v.found_at = call.place
          WHERE ${where} GROUP BY 1`,
      unitRow,
    );
  const [now, before] = await Promise.all([counted(current), past ? counted(past) : []]);
  const unit = unitsOf(now).unit ?? unitsOf(before).unit;
  if (unit === null) return { rows: all, unit, other_units: [] };
  return {
    rows: sql`SELECT * FROM (${all}) WHERE found_unit IS NULL OR found_unit = ${unit}`,
    unit,
    other_units: othersThan(unit, [...now, ...before]),
  };
}

/** How many numbers are in each unit but one, the most frequent first. */
function othersThan(unit: string, counted: readonly CountedUnit[]): Numbers['other_units'] {
  const counts = new Map<string, number>();
  for (const each of counted) {
    if (each.unit === null || each.unit === unit) continue;
    counts.set(each.unit, (counts.get(each.unit) ?? 0) + each.count);
  }
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}
