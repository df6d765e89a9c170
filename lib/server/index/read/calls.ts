import * as z from 'zod';
import { type Call, callSchema } from '@/lib/call/call';
import { oddCallsOf } from '@/lib/call/odd/odd';
import { DEFAULT_LIMIT } from '@/lib/call/query/filters';
import { rowOf } from '@/lib/call/row';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import { readDocuments } from '@/lib/server/index/documents/documents';
import { maxOf, minOf } from '@/lib/server/index/documents/min-max';
import { storedCall } from '@/lib/server/index/documents/stored-call';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { CallPage, IndexQuery } from '@/lib/server/index/store';
import { eachText } from '@/lib/server/index/transcripts/texts';
import type { Conditions } from './conditions';
import { type Order, orderedBy } from './order';

type Reader = Pick<Session, 'query'>;

const countRow = z.object({ count: z.number() });
const bucketRow = z.object({ bucket: z.number(), count: z.number() });
const numberRow = z.object({ value: z.number() });
const placeRow = z.object({ place: z.number() });
const wholeRow = z.object({ place: z.number(), configuration: z.nullable(z.string()) });

const wholeSchema = z.compile(callSchema);

/** One page of the calls that fulfil the conditions, and how many there are. */
export async function readPage(
  reader: Reader,
  conditions: Conditions,
  query: IndexQuery,
): Promise<CallPage> {
  const where = conditions.except();
  const { order } = conditions;
  const { limit = DEFAULT_LIMIT, offset = 0 } = query;
  const piece = await (order.by.length === 0
    ? pieceByTime(reader, where, { ...query, limit, offset })
    : pieceByValue(reader, where, order, { limit, offset }));
  const placesIn = (part: Pick<Piece, 'bounds' | 'offset'>) =>
    reader.query(
      sql`SELECT place FROM ${order.source} WHERE ${where} AND ${part.bounds} ${orderedBy(order)}
          LIMIT ${limit} OFFSET ${part.offset}`,
      placeRow,
    );
  const bounded = await placesIn(piece);
  // Calls have changed since they were counted: what bounded the page no longer holds all of it.
  const isShort = bounded.length < Math.min(limit, piece.count - offset);
  const places = isShort ? await placesIn({ bounds: raw('true'), offset }) : bounded;
  const calls = await readKept(reader, places);
  const page = { calls: calls.map(rowOf), count: piece.count, odd: oddCallsOf(calls) };
  if (query.said === undefined) return page;
  const ids = new Map(places.map(({ place }, at) => [place, calls[at]?.id ?? '']));
  const spoken = new Map<string, readonly SpokenTurn[]>();
  await eachText(reader, [...ids.keys()], (place, turns) =>
    spoken.set(ids.get(place) ?? '', turns),
  );
  return { ...page, spoken };
}

/** Where in the table a page lies: what bounds it, its offset within them, and how many calls there are in all. */
type Piece = { bounds: Sql; offset: number; count: number };
type Paged = IndexQuery & { limit: number; offset: number };

/** So many calls are sorted as they are; where a day holds more of them, its quarter-hours are counted as well. */
const EASILY_SORTED = 20_000;

/**
 * Counting by days, and by quarter-hours where days are full, tells which of them hold a page: only those few calls
 * are sorted, however deep it lies.
 */
async function pieceByTime(reader: Reader, where: Sql, query: Paged): Promise<Piece> {
  const byDay = await pieceOf(reader, 'day', where, query);
  if (byDay.sorted <= EASILY_SORTED) return byDay;
  const inside = sql`${where} AND ${byDay.bounds}`;
  const byQuarter = await pieceOf(reader, 'quarter', inside, { ...query, offset: byDay.offset });
  return { ...byQuarter, count: byDay.count };
}

/** The buckets that hold a page, and how many calls are in them. */
async function pieceOf(
  reader: Reader,
  column: 'day' | 'quarter',
  where: Sql,
  { sort, offset, limit }: Paged,
): Promise<Piece & { sorted: number }> {
  const rows = await reader.query(
    sql`SELECT ${raw(column)} AS bucket, count(*) AS count FROM call WHERE ${where} GROUP BY 1`,
    bucketRow,
  );
  rows.sort((a, b) => (sort === 'asc' ? a.bucket - b.bucket : b.bucket - a.bucket));
  const touched: number[] = [];
  let [before, skipped, sorted] = [0, 0, 0];
  for (const { bucket, count } of rows) {
    if (before + count > offset && before < offset + limit) {
      touched.push(bucket);
      sorted += count;
    } else if (touched.length === 0) skipped += count;
    before += count;
  }
  if (touched.length === 0) return { bounds: raw('false'), offset: 0, count: before, sorted };
  return {
    bounds: sql`${raw(column)} BETWEEN ${minOf(touched)} AND ${maxOf(touched)}`,
    offset: offset - skipped,
    count: before,
    sorted,
  };
}

/** The value at the end of the page bounds what has to be sorted by more than that. */
async function pieceByValue(
  reader: Reader,
  where: Sql,
  { source, by: [first = ''], isRising }: Order,
  { limit, offset }: Pick<Paged, 'limit' | 'offset'>,
): Promise<Piece> {
  const column = raw(first);
  const [[counted], [last]] = await Promise.all([
    reader.query(sql`SELECT count(*) AS count FROM call WHERE ${where}`, countRow),
    reader.query(
      sql`SELECT ${column} AS value FROM ${source} WHERE ${where} AND ${column} IS NOT NULL
          ORDER BY 1 ${raw(isRising ? 'ASC' : 'DESC')} LIMIT 1 OFFSET ${offset + limit - 1}`,
      numberRow,
    ),
  ]);
  const count = counted?.count ?? 0;
  // The page reaches to the calls without a number, which come last.
  if (!last) return { bounds: raw('true'), offset, count };
  return {
    bounds: sql`${column} ${raw(isRising ? '<=' : '>=')} ${last.value}`,
    offset,
    count,
  };
}

/** The calls at these places, in the same order. */
export async function readKept(reader: Reader, places: readonly CallPlace[]): Promise<Call[]> {
  const documents = await readDocuments(
    reader,
    places.map(({ place }) => place),
  );
  return places.map(({ place }) => storedCall(documents.get(place)));
}

/** Where a call lies. */
type CallPlace = z.infer<typeof placeRow>;

/** A whole call with the configuration of its use case, where that is known. */
export async function readCall(reader: Reader, id: string): Promise<Call | undefined> {
  const [row] = await reader.query(
    sql`SELECT k.place, c.json AS configuration
        FROM call k LEFT JOIN configuration c ON c.code = k.configuration WHERE k.id = ${id}`,
    wholeRow,
  );
  if (!row) return undefined;
  const documents = await readDocuments(reader, [row.place]);
  const call = z.parse(wholeSchema, storedCall(documents.get(row.place)));
  if (row.configuration === null || !call.use_case) return call;
  const configuration: unknown = JSON.parse(row.configuration);
  return z.parse(wholeSchema, {
    ...call,
    use_case: Object.assign({}, configuration, call.use_case),
  });
}
