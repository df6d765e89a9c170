import * as z from 'zod';
import { type Call, type CallRow, callRowSchema, callSchema } from '@/lib/call/call';
import { DEFAULT_LIMIT } from '@/lib/call/filters';
import type { Conditions } from './conditions';
import type { Session } from './driver';
import { amongIds, raw, type Sql, sql } from './sql';
import type { IndexQuery } from './store';

type Reader = Pick<Session, 'query'>;

const COLUMNS = { created: 'created', duration: 'duration', total_cost: 'total' } as const;

const countRow = z.object({ count: z.number() });
const placeRow = z.object({ id: z.string(), created: z.number() });
const documentRow = z.object({ id: z.string(), json: z.string() });
const wholeRow = z.object({ json: z.string(), configuration: z.nullable(z.string()) });

const rowSchema = z.compile(callRowSchema);
const wholeSchema = z.compile(callSchema);

/** One page of the calls that fulfil the conditions, and how many there are. */
export async function readPage(
  reader: Reader,
  conditions: Conditions,
  query: IndexQuery,
): Promise<{ calls: CallRow[]; count: number }> {
  const where = conditions.except();
  const { limit = DEFAULT_LIMIT, offset = 0 } = query;
  const [counted, places] = await Promise.all([
    reader.query(sql`SELECT count(*) AS count FROM call WHERE ${where}`, countRow),
    reader.query(
      sql`SELECT id, created FROM call WHERE ${where} ${orderOf(query)} LIMIT ${limit} OFFSET ${offset}`,
      placeRow,
    ),
  ]);
  return { calls: await readRows(reader, places), count: counted[0]?.count ?? 0 };
}

/** Calls that lack what they are sorted by come last in both directions. */
export function orderOf({ sort = 'desc', sort_by = 'created' }: IndexQuery): Sql {
  const direction = raw(sort === 'asc' ? 'ASC' : 'DESC');
  const column = raw(COLUMNS[sort_by]);
  const ties = sort_by === 'created' ? raw('') : sql`, created ${direction}`;
  return sql`ORDER BY ${column} ${direction} NULLS LAST${ties}, id ${direction}`;
}

/** The calls at these places, in the same order. */
export async function readRows(
  reader: Reader,
  places: readonly { id: string; created: number }[],
): Promise<CallRow[]> {
  if (places.length === 0) return [];
  const times = places.map(({ created }) => created);
  // Documents lie in the order of time: the bounds spare reading all of them.
  const rows = await reader.query(
    sql`SELECT id, json FROM document
        WHERE created BETWEEN ${least(times)} AND ${most(times)}
        AND id ${amongIds(places.map(({ id }) => id))}`,
    documentRow,
  );
  const documents = new Map(rows.map(({ id, json }) => [id, json]));
  return places.flatMap(({ id }) => {
    const json = documents.get(id);
    return json === undefined ? [] : [z.parse(rowSchema, JSON.parse(json))];
  });
}

/** A whole call with the configuration of its use case, where that is known. */
export async function readCall(reader: Reader, id: string): Promise<Call | undefined> {
  const [row] = await reader.query(
    sql`SELECT d.json, c.json AS configuration
        FROM document d LEFT JOIN configuration c ON c.code = d.configuration
        WHERE d.id = ${id}`,
    wholeRow,
  );
  if (!row) return undefined;
  const call = z.parse(wholeSchema, JSON.parse(row.json));
  if (row.configuration === null || !call.use_case) return call;
  const configuration: unknown = JSON.parse(row.configuration);
  return z.parse(wholeSchema, {
    ...call,
    use_case: Object.assign({}, configuration, call.use_case),
  });
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
