import * as z from 'zod';
import { type Place, type Places, RecordError } from '@/lib/server/sync/shared/record';
import type { Database } from './database';

/** What every write in a slot begins with. */
export type Turn = { account: string; slot: number; known: Places; fence: number | undefined };

const turnRow = z.object({ epoch: z.string(), revision: z.coerce.number() });
const slotRow = z.object({ fence: z.coerce.number() });

/**
 * The part of a statement that takes the slot's next revision. It locks the slot's row until the statement is
 * committed, so that revisions are seen in their order; and it yields nothing, so that nothing is written, when another
 * one syncs now or when the slot is behind what the writer has read. Its parameters are $1 to $5.
 */
export const TURN = `turn AS (
  UPDATE callscope.slot SET revision = revision + 1
  WHERE account = $1 AND slot = $2 AND ($3::bigint IS NULL OR fence = $3)
    AND ($4::text IS NULL OR (epoch = $4 AND revision >= $5::bigint))
  RETURNING epoch, revision)`;

/**
 * Runs a statement that begins with {@link TURN} and ends with `SELECT epoch, revision FROM turn`.
 * @throws {RecordError} `fenced` or `reset` when it had no turn
 */
export async function takeTurn(
  database: Database,
  turn: Turn,
  statement: string,
  values: readonly unknown[],
): Promise<Place> {
  const { account, slot, known, fence } = turn;
  const place = known.get(slot);
  const head = [account, slot, fence ?? null, place?.epoch ?? null, place?.revision ?? 0];
  const [taken] = await database.rows(statement, [...head, ...values], turnRow);
  if (taken !== undefined) return { ...taken, id: null };
  const [row] = await database.rows(
    'SELECT fence FROM callscope.slot WHERE account = $1 AND slot = $2',
    [account, slot],
    slotRow,
  );
  if (row !== undefined && fence !== undefined && row.fence !== fence)
    throw new RecordError('fenced', 'Another instance reads HappyRobot now.');
  throw new RecordError('reset', 'The shared record went back in time.');
}
