import * as z from 'zod';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { amongNumbers, raw, sql } from '@/lib/server/index/engine/sql';
import { EXTRACTED_TABLES, TABLES } from '@/lib/server/index/tables';

/** So many values are sorted and put away together: those of about 15,000 calls. */
const ENOUGH_VALUES = 120_000;

const countRow = z.object({ count: z.number() });

/** Adds what was found out on calls, inside a transaction; what was known of calls at `replaced` is forgotten. */
export async function writeExtracted(
  session: Session,
  rows: readonly Cell[][],
  replaced: readonly number[],
): Promise<void> {
  if (replaced.length > 0)
    for (const table of EXTRACTED_TABLES)
      await session.run(sql`DELETE FROM ${raw(table)} WHERE ${amongNumbers('place', replaced)}`);
  if (rows.length === 0) return;
  await session.append('extracted_new', TABLES.extracted_new, rows);
  const [waiting] = await session.query(sql`SELECT count(*) AS count FROM extracted_new`, countRow);
  if ((waiting?.count ?? 0) < ENOUGH_VALUES) return;
  // Sorted by key and text they take half the room, and a key is found without looking at the others.
  await session.run(
    raw('INSERT INTO extracted SELECT * FROM extracted_new ORDER BY key, text, place'),
  );
  await session.run(raw('DELETE FROM extracted_new'));
}
