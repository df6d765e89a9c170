import * as z from 'zod';
import type { Session } from '@/lib/server/index/engine/driver';
import { amongIds, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { MEASURE_COLUMNS, measuresRow } from '@/lib/server/index/measures';
import type { FetchedCall } from './fetched-call';

const knownRow = measuresRow.extend({
  id: z.string(),
  place: z.number(),
  created: z.number(),
  fingerprint: z.number(),
  absences: z.number(),
  seen_at: z.number(),
  configuration: z.number(),
  extracted: z.nullable(z.number()),
  measured_by: z.nullable(z.number()),
});
/** A call that the index has, as far as it is compared with what came. */
export type Known = z.infer<typeof knownRow>;

/** Nearly all are found at their time; only the others, new ones and those whose time has moved, are looked for everywhere. */
export async function knownCalls(
  session: Session,
  fetchedCalls: readonly FetchedCall[],
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  const find = async (some: readonly FetchedCall[], bounds: Sql) => {
    if (some.length === 0) return;
    const rows = await session.query(
      sql`SELECT id, place, created, fingerprint, absences, seen_at, configuration, extracted, measured_by, ${MEASURE_COLUMNS}
          FROM call WHERE ${bounds} AND id ${amongIds(some.map(({ id }) => id))}`,
      knownRow,
    );
    for (const row of rows) known.set(row.id, row);
  };
  await find(fetchedCalls, within(fetchedCalls));
  await find(
    fetchedCalls.filter(({ id }) => !known.has(id)),
    raw('true'),
  );
  return known;
}

/** Calls lie in the order of time, nearly: with these bounds few of them are looked at. */
export function within(rows: readonly { created: number }[]): Sql {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { created } of rows) {
    first = Math.min(first, created);
    last = Math.max(last, created);
  }
  return sql`created BETWEEN ${first} AND ${last}`;
}
