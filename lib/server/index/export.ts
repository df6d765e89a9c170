import * as z from 'zod';
import type { CallRow } from '@/lib/call/call';
import { conditionsOf, type QuarterSpan } from './conditions';
import type { Session } from './driver';
import { orderOf, readRows } from './read-calls';
import { sql } from './sql';
import type { IndexQuery } from './store';

const BATCH = 2000;

const placeRow = z.object({ id: z.string(), created: z.number() });

/** Every call that matches, a batch at a time; what is held at once is the list of ids and one batch. */
export async function* exportCalls(
  session: Pick<Session, 'query'>,
  query: IndexQuery,
  span: () => Promise<QuarterSpan>,
  signal: AbortSignal | undefined,
): AsyncIterable<CallRow[]> {
  const where = conditionsOf(query, await span()).except();
  const places = await session.query(
    sql`SELECT id, created FROM call WHERE ${where} ${orderOf(query)}`,
    placeRow,
  );
  for (let start = 0; start < places.length; start += BATCH) {
    signal?.throwIfAborted();
    yield await readRows(session, places.slice(start, start + BATCH));
  }
}
