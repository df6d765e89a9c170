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
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type {
  IndexQuery,
  NextQuestion,
  PlaceQuestion,
  ReviewQuestion,
} from '@/lib/server/index/store';
import { COLUMNS, orderOf, readKept } from './calls';
import { type Conditions, RATED } from './conditions';

type Reader = Pick<Session, 'query'>;

const numberOrNull = z.nullable(z.number());
const spotRow = z.object({ id: z.string(), created: z.number(), value: numberOrNull });
type Spot = z.infer<typeof spotRow>;
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
  const open = sql`${list} AND ${unrated.except()}`;
  const from =
    question.after === undefined ? undefined : await spotOf(reader, question.after, question);
  const beyond = from ? sql`${open} AND ${lies('beyond', from, question)}` : open;
  const [[found], [left]] = await Promise.all([
    reader.query(
      sql`SELECT ${spotColumns(question)} FROM call WHERE ${beyond} ${orderOf(question)} LIMIT 1`,
      spotRow,
    ),
    reader.query(sql`SELECT count(*) AS count FROM call WHERE ${open}`, countRow),
  ]);
  const counted = { left: left?.count ?? 0 };
  if (!found) return { next: null, ...counted };
  const [before] = await reader.query(
    sql`SELECT count(*) AS count FROM call WHERE ${list} AND ${lies('before', found, question)}`,
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
  const spot = await spotOf(reader, question.id, question);
  const [[found], [counted]] = await Promise.all([
    reader.query(
      sql`SELECT count(*) AS count FROM call WHERE ${list} AND id = ${spot.id}`,
      countRow,
    ),
    reader.query(
      sql`SELECT count(*) AS count, count(*) FILTER (WHERE ${lies('before', spot, question)}) AS before
          FROM call WHERE ${list}`,
      beforeRow,
    ),
  ]);
  const { count = 0, before = 0 } = counted ?? {};
  return { offset: found?.count ? before : null, count };
}

async function spotOf(reader: Reader, id: string, question: IndexQuery): Promise<Spot> {
  const [spot] = await reader.query(
    sql`SELECT ${spotColumns(question)} FROM call WHERE id = ${id}`,
    spotRow,
  );
  if (spot) return spot;
  throw new CallscopeError('not_found', 'The index does not know the call to go on from.');
}

function spotColumns({ sort_by = 'created' }: IndexQuery): Sql {
  return sql`id, created, ${raw(COLUMNS[sort_by])} AS value`;
}

/** The calls that come before, or after, a spot in the order of {@link orderOf}. */
function lies(side: 'before' | 'beyond', spot: Spot, query: IndexQuery): Sql {
  const { sort = 'desc', sort_by = 'created' } = query;
  const comparison = raw((sort === 'asc') === (side === 'beyond') ? '>' : '<');
  const { id, created, value } = spot;
  const later = sql`(created ${comparison} ${created} OR (created = ${created} AND id ${comparison} ${id}))`;
  if (sort_by === 'created') return later;
  const column = raw(COLUMNS[sort_by]);
  // Calls without a number come last in both directions.
  if (value === null) {
    const tied = sql`(${column} IS NULL AND ${later})`;
    return side === 'beyond' ? tied : sql`(${column} IS NOT NULL OR ${tied})`;
  }
  const numbered = sql`${column} ${comparison} ${value} OR (${column} = ${value} AND ${later})`;
  return side === 'beyond' ? sql`(${numbered} OR ${column} IS NULL)` : sql`(${numbered})`;
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
