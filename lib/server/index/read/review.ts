import * as z from 'zod';
import type {
  NextResponse,
  PlaceResponse,
  ReviewResponse,
} from '@/lib/call/answers/review-responses';
import type { CallRating } from '@/lib/call/call';
import { addressOf } from '@/lib/call/review/review';
import { CallscopeError } from '@/lib/server/errors';
import type { Session } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { NextQuestion, PlaceQuestion, ReviewQuestion } from '@/lib/server/index/store';
import { readKept } from './calls';
import { type Conditions, RATED } from './conditions';
import { lies, type Order, orderedBy, type Spot } from './order';

type Reader = Pick<Session, 'query'>;

const sorted = z.nullable(z.union([z.number(), z.string()]));
const spotRow = z.object({
  id: z.string(),
  created: z.number(),
  by_1: sorted,
  by_2: sorted,
  by_3: sorted,
});
const countRow = z.object({ count: z.number() });
const beforeRow = z.object({ count: z.number(), before: z.number() });
const progressRow = z.object({ count: z.number(), reviewed: z.number() });
const placeRow = z.object({ place: z.number() });

/** The first call in the order of the list, beyond another one, that has not been rated. */
export async function readNext(
  reader: Reader,
  inList: Conditions,
  unrated: Conditions,
  question: NextQuestion,
): Promise<Omit<NextResponse, 'meta'>> {
  const list = inList.except();
  const { order } = inList;
  const open = sql`${list} AND ${unrated.except()}`;
  const from =
    question.after === undefined ? undefined : await spotOf(reader, question.after, order);
  const beyond = from ? sql`${open} AND ${lies('beyond', from, order.isRising)}` : open;
  const [[found], [left]] = await Promise.all([
    reader.query(
      sql`SELECT ${spotColumns(order)} FROM ${order.source} WHERE ${beyond} ${orderedBy(order)} LIMIT 1`,
      spotRow,
    ),
    reader.query(sql`SELECT count(*) AS count FROM call WHERE ${open}`, countRow),
  ]);
  const counted = { left: left?.count ?? 0 };
  if (!found) return { next: null, ...counted };
  const spot = placed(found, order);
  const [before] = await reader.query(
    sql`SELECT count(*) AS count FROM ${order.source} WHERE ${list} AND ${lies('before', spot, order.isRising)}`,
    countRow,
  );
  return { next: { id: found.id, offset: before?.count ?? 0 }, ...counted };
}

/** How many calls of the list come before a call, if it is one of them. */
export async function readPlace(
  reader: Reader,
  inList: Conditions,
  question: PlaceQuestion,
): Promise<Omit<PlaceResponse, 'meta'>> {
  const list = inList.except();
  const { order } = inList;
  const spot = await spotOf(reader, question.id, order);
  const [[found], [counted]] = await Promise.all([
    reader.query(
      sql`SELECT count(*) AS count FROM call WHERE ${list} AND id = ${question.id}`,
      countRow,
    ),
    reader.query(
      sql`SELECT count(*) AS count, count(*) FILTER (WHERE ${lies('before', spot, order.isRising)}) AS before
          FROM ${order.source} WHERE ${list}`,
      beforeRow,
    ),
  ]);
  const { count = 0, before = 0 } = counted ?? {};
  return { offset: found?.count ? before : null, count };
}

async function spotOf(reader: Reader, id: string, order: Order): Promise<Spot> {
  const [spot] = await reader.query(
    sql`SELECT ${spotColumns(order)} FROM ${order.source} WHERE id = ${id}`,
    spotRow,
  );
  if (spot) return placed(spot, order);
  throw new CallscopeError('not_found', 'The index does not know the call to go on from.');
}

/** So many columns has the longest order; those that an order does not have are empty. */
const COLUMNS = ['by_1', 'by_2', 'by_3'] as const;

function spotColumns({ by }: Order): Sql {
  const columns = COLUMNS.map((name, at) => raw(`${by[at] ?? 'NULL'} AS ${name}`));
  return sql`id, created, ${join(columns, ', ')}`;
}

function placed(row: z.infer<typeof spotRow>, { by }: Order): Spot {
  const values = by.map((column, at): Spot[number] => [column, row[COLUMNS[at] ?? 'by_1']]);
  return [...values, ['created', row.created], ['id', row.id]];
}

/** How far the review of a list has come. */
export async function readReview(
  reader: Reader,
  inList: Conditions,
  byReviewer: Conditions | undefined,
  question: ReviewQuestion,
): Promise<Omit<ReviewResponse, 'meta'>> {
  const list = inList.except();
  const [[progress], by_reviewer_today] = await Promise.all([
    reader.query(
      sql`SELECT count(*) AS count, count(*) FILTER (WHERE ${raw(RATED)}) AS reviewed
          FROM call WHERE ${list}`,
      progressRow,
    ),
    byReviewer ? ratedToday(reader, sql`${list} AND ${byReviewer.except()}`, question) : null,
  ]);
  return { count: progress?.count ?? 0, reviewed: progress?.reviewed ?? 0, by_reviewer_today };
}

/** A column narrows the calls to those that were rated since; whose rating that was is in the calls themselves. */
async function ratedToday(
  reader: Reader,
  where: Sql,
  { reviewer, today }: ReviewQuestion,
): Promise<number> {
  const since = Date.parse(today);
  const places = await reader.query(
    sql`SELECT place FROM call WHERE ${where} AND rated_at >= ${since}`,
    placeRow,
  );
  const calls = await readKept(reader, places);
  const isOfToday = ({ email, created }: CallRating) =>
    addressOf(email) === addressOf(reviewer) && Date.parse(created ?? '') >= since;
  return calls.filter(({ ratings }) => ratings?.some(isOfToday)).length;
}
