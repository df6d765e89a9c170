import type { CallRow } from '@/lib/call/call';
import { codesOf, conditionsOf, type QuarterSpan } from './conditions';
import type { Session } from './driver';
import { orderOf, placeRow, readRows } from './read-calls';
import { sql } from './sql';
import type { IndexQuery } from './store';

const BATCH = 2000;

/** Every call that matches, a batch at a time; what is held at once is the list of ids and one batch. */
export async function* exportCalls(
  session: Pick<Session, 'query'>,
  query: IndexQuery,
  span: () => Promise<QuarterSpan>,
  signal: AbortSignal | undefined,
): AsyncIterable<CallRow[]> {
  const where = conditionsOf(query, await span(), await codesOf(session, query)).except();
  const places = await session.query(
    sql`SELECT id, place FROM call WHERE ${where} ${orderOf(query)}`,
    placeRow,
  );
  for (let start = 0; start < places.length; start += BATCH) {
    signal?.throwIfAborted();
    yield await readRows(session, places.slice(start, start + BATCH));
  }
}
