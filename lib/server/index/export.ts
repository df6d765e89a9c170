import * as z from 'zod';
import type { Call, CallRow } from '@/lib/call/call';
import { rowOf } from '@/lib/call/row';
import { codesOf, conditionsOf, type QuarterSpan } from './conditions';
import type { Session } from './driver';
import { oneAhead } from './one-ahead';
import { orderOf } from './read-calls';
import { EXTRACTED, PARTS, shownCalls } from './shown';
import { among, raw, type Sql, sql } from './sql';
import type { IndexQuery, ShownCall } from './store';

type Reader = Pick<Session, 'query'>;
/** What {@link exportCalls} gives of each call: what is selected of `json` and `parts`, and how it is read. */
type Shape<Shown> = { selected: Sql; extracted: Sql; read: (json: string) => Shown[] };
type Ordered = { id: string; created: string };

/** So many calls are handed on at once: nobody else is answered while their text is made. */
const BATCH = 1000;
/** So many are read at once where they lie side by side … */
const PIECE = 4000;
/** … and where they lie anywhere, so that each read goes through all documents. */
const SCATTERED_PIECE = 10_000;
const QUARTER_MS = 900_000;

/** Whole rows, as lists have them. */
export const ROWS: Shape<CallRow> = {
  selected: raw('json'),
  extracted: raw('NULL'),
  read: (json) => keptCalls(json).map(rowOf),
};

/** Only what files show. */
export const SHOWN: Shape<ShownCall> = { selected: PARTS, extracted: EXTRACTED, read: shownCalls };

/** Every call that matches in the order asked for, a batch at a time; held at once are two pieces of the index. */
export async function* exportCalls<Shown extends Ordered>(
  session: Reader,
  shape: Shape<Shown>,
  query: IndexQuery,
  span: () => Promise<QuarterSpan>,
  signal: AbortSignal | undefined,
): AsyncIterable<Shown[]> {
  const where = conditionsOf(query, await span(), await codesOf(session, query)).except();
  const pieces =
    (query.sort_by ?? 'created') === 'created'
      ? await piecesByTime(session, where, query)
      : await scattered(session, where, query);
  for await (const calls of oneAhead(pieces.map((piece) => () => piece(session, shape)))) {
    for (let start = 0; start < calls.length; start += BATCH) {
      signal?.throwIfAborted();
      yield calls.slice(start, start + BATCH);
    }
  }
}

/** Reads a part of the export, in order. */
type Piece = <Shown extends Ordered>(session: Reader, shape: Shape<Shown>) => Promise<Shown[]>;

const quarterRow = z.object({ quarter: z.number(), count: z.number() });

/** Neighbouring quarter-hours as far as they make a piece; one that holds too many is taken apart by its ids. */
async function piecesByTime(session: Reader, where: Sql, query: IndexQuery): Promise<Piece[]> {
  const isRising = query.sort === 'asc';
  const quarters = await session.query(
    sql`SELECT quarter, count(*) AS count FROM call WHERE ${where}
        GROUP BY quarter ORDER BY quarter ${raw(isRising ? 'ASC' : 'DESC')}`,
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
    if (count > SCATTERED_PIECE) pieces.push(...(await scattered(session, within, query)));
    else
      pieces.push(neighbours(within, Math.min(first, quarter), Math.max(first, quarter), isRising));
    count = 0;
  }
  return pieces;
}

/** The calls of some quarter-hours. */
function neighbours(where: Sql, first: number, last: number, isRising: boolean): Piece {
  const from = first * QUARTER_MS;
  const to = (last + 1) * QUARTER_MS - 1;
  return async (session, shape) => {
    const calls = await readDocuments(
      session,
      shape,
      sql`created BETWEEN ${from} AND ${to} AND id IN (SELECT id FROM call WHERE ${where})`,
    );
    return inTime(calls, isRising);
  };
}

/** By `created`, then by id; they come nearly in order. */
function inTime<Shown extends Ordered>(calls: readonly Shown[], isRising: boolean): Shown[] {
  const direction = isRising ? 1 : -1;
  return calls
    .map((call) => ({ call, at: Date.parse(call.created) }))
    .sort((a, b) => direction * (a.at - b.at || (a.call.id < b.call.id ? -1 : 1)))
    .map(({ call }) => call);
}

const idsRow = z.object({
  ids: z.string(),
  first: z.number(),
  oldest: z.number(),
  newest: z.number(),
});

/** Calls that lie anywhere: their ids, in order, are kept as text, a piece in one. */
async function scattered(session: Reader, where: Sql, query: IndexQuery): Promise<Piece[]> {
  const rows = await session.query(
    sql`SELECT string_agg(id, ',' ORDER BY place) AS ids, min(place) AS first,
               min(created) AS oldest, max(created) AS newest
        FROM (SELECT id, created, row_number() OVER (${orderOf(query)}) - 1 AS place
              FROM call WHERE ${where}) placed
        GROUP BY place - place % ${SCATTERED_PIECE} ORDER BY first`,
    idsRow,
  );
  return rows.map(({ ids, oldest, newest }) => async (session, shape) => {
    const places = new Map(ids.split(',').map((id, place) => [id, place]));
    const calls = await readDocuments(
      session,
      shape,
      sql`created BETWEEN ${oldest} AND ${newest} AND id ${among(ids)}`,
    );
    const placeOf = ({ id }: Ordered) => places.get(id) ?? 0;
    return calls.sort((a, b) => placeOf(a) - placeOf(b));
  });
}

const callsRow = z.object({ calls: z.string() });

/** One text for all of them: each row of an answer would cost more than it holds. */
async function readDocuments<Shown>(
  session: Reader,
  { selected, extracted, read }: Shape<Shown>,
  where: Sql,
): Promise<Shown[]> {
  const [row] = await session.query(
    sql`SELECT concat('[', string_agg(${selected}, ','), ']') AS calls
        FROM (SELECT json, ${extracted} AS parts FROM document WHERE ${where}) found`,
    callsRow,
  );
  return row ? read(row.calls) : [];
}

/** Guarantee: documents are written by the index alone, from calls that had passed their schema. */
function keptCalls(json: string): Call[] {
  return JSON.parse(json) as Call[];
}
