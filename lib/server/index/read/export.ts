import * as z from 'zod';
import type { Call, CallRow } from '@/lib/call/call';
import { rowOf } from '@/lib/call/row';
import { readPacked } from '@/lib/server/index/documents/documents';
import { callsOf, type PackedCalls } from '@/lib/server/index/documents/packed-calls';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { PACKED_MEASURES } from '@/lib/server/index/measures';
import type { IndexQuery } from '@/lib/server/index/store';
import type { QuarterSpan } from './clocks';
import { codesOf } from './codes';
import { conditionsOf } from './conditions';
import { type Order, orderedBy } from './order';
import { prefetch } from './prefetch';

type Reader = Pick<Session, 'query'>;

/** So many are read at once. */
const PIECE = 4000;

/** Every call that matches in the order asked for, as they lie there; held at once are two pieces of the index. */
export async function* exportCalls(
  session: Reader,
  query: IndexQuery,
  span: () => Promise<QuarterSpan>,
  signal: AbortSignal | undefined,
): AsyncIterable<PackedCalls> {
  const conditions = conditionsOf(query, await span(), await codesOf(session, query));
  const { order } = conditions;
  const where = conditions.except();
  const pieces =
    order.by.length === 0
      ? await piecesByTime(session, where, order)
      : await scattered(session, where, order);
  for await (const calls of prefetch(pieces.map((piece) => () => piece(session)))) {
    signal?.throwIfAborted();
    yield calls;
  }
}

/** So many calls are handed on at once: nobody else is answered while something is made of them. */
const BATCH = 1000;

/** The same calls as rows, a batch at a time. Each is read when its turn comes: walk through every batch, once. */
export async function* rowBatches(
  pieces: AsyncIterable<PackedCalls>,
  signal: AbortSignal | undefined,
): AsyncIterable<Iterable<CallRow>> {
  for await (const piece of pieces) {
    const calls = callsOf(piece)[Symbol.iterator]();
    for (let next = calls.next(); !next.done; next = calls.next()) {
      signal?.throwIfAborted();
      yield batch(next.value, calls);
    }
  }
}

function* batch(first: Call, rest: Iterator<Call>): Iterable<CallRow> {
  yield rowOf(first);
  for (let count = 1; count < BATCH; count += 1) {
    const next = rest.next();
    if (next.done) return;
    yield rowOf(next.value);
  }
}

/** Reads a part of the export, in order. */
type Piece = (session: Reader) => Promise<PackedCalls>;

const quarterRow = z.object({ quarter: z.number(), count: z.number() });

/** Neighbouring quarter-hours as far as they make a piece; one that holds too many is taken apart. */
async function piecesByTime(session: Reader, where: Sql, order: Order): Promise<Piece[]> {
  const quarters = await session.query(
    sql`SELECT quarter, count(*) AS count FROM call WHERE ${where}
        GROUP BY quarter ORDER BY quarter ${raw(order.isRising ? 'ASC' : 'DESC')}`,
    quarterRow,
  );
  const pieces: Piece[] = [];
  let [first, count] = [0, 0];
  for (const [index, { quarter, count: own }] of quarters.entries()) {
    if (count === 0) first = quarter;
    count += own;
    const following = quarters[index + 1];
    if (following && count + following.count <= PIECE) continue;
    const bounds = sql`quarter BETWEEN ${Math.min(first, quarter)} AND ${Math.max(first, quarter)}`;
    const within = sql`${where} AND ${bounds}`;
    if (count > PIECE) pieces.push(...(await scattered(session, within, order)));
    else pieces.push(neighbours(within, order));
    count = 0;
  }
  return pieces;
}

const placesRow = z.object({
  places: z.nullable(z.string()),
  measures: z.nullable(z.string()),
});

/** The calls of some quarter-hours: where they are comes as one text, as each row of an answer has its cost. */
function neighbours(where: Sql, order: Order): Piece {
  return async (session) => {
    const [row] = await session.query(
      sql`SELECT string_agg(CAST(place AS VARCHAR), ',' ${orderedBy(order)}) AS places,
                 string_agg(${PACKED_MEASURES}, ',' ${orderedBy(order)}) AS measures
          FROM call WHERE ${where}`,
      placesRow,
    );
    return readPacked(session, placesOf(row?.places ?? ''), row?.measures ?? '');
  };
}

const pieceRow = z.object({ places: z.string(), measures: z.string(), first: z.number() });

/** Calls that lie anywhere: where they are, in order, is kept as text, a piece in one. */
async function scattered(session: Reader, where: Sql, order: Order): Promise<Piece[]> {
  const rows = await session.query(
    sql`SELECT string_agg(CAST(place AS VARCHAR), ',' ORDER BY nth) AS places,
               string_agg(measures, ',' ORDER BY nth) AS measures, min(nth) AS first
        FROM (SELECT id, place, ${PACKED_MEASURES} AS measures, row_number() OVER (${orderedBy(order)}) - 1 AS nth
              FROM ${order.source} WHERE ${where}) placed
        GROUP BY nth - nth % ${PIECE} ORDER BY first`,
    pieceRow,
  );
  return rows.map(
    ({ places, measures }) =>
      (reader) =>
        readPacked(reader, placesOf(places), measures),
  );
}

function placesOf(text: string): Int32Array<ArrayBuffer> {
  return Int32Array.from(text === '' ? [] : text.split(','), Number);
}
