import * as z from 'zod';
import type { SeriesPoint } from '@/lib/call/answers/index-responses';
import type { Instants } from '@/lib/call/costs/periods/calendar-span';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { localDay, type QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { type Conditions, conditionsOf } from '@/lib/server/index/read/conditions';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { CostsAnswer, CostsQuestion, IndexQuery } from '@/lib/server/index/store';
import { type Bucket, bucketAt, bucketsOf, withOffset } from './buckets';
import { readGroups } from './groups';
import { added, NO_SUMS, type RawSums, SUMS, sumsShape, told } from './sums';

type Reader = Pick<Session, 'query'>;

const pieceRow = z.object({ at: z.number(), ...sumsShape });
const endsRow = z.object({ min: z.nullable(z.number()), max: z.nullable(z.number()) });

/** What the calls of a question cost: in all, by time, by group, and before. */
export async function readCosts(
  reader: Reader,
  question: CostsQuestion,
  span: QuarterSpan,
): Promise<CostsAnswer> {
  const { interval, group_by, previous: period, now, ...query } = question;
  const conditions = conditionsOf(query, span, await codesOf(reader, query));
  const range = await rangeOf(reader, conditions, query, Date.parse(now));
  const before = period && { from: Date.parse(period.from), to: Date.parse(period.to) };
  const [current, groups, previous] = await Promise.all([
    range ? readSeries(reader, question, conditions, range, span) : NO_SERIES,
    group_by === 'none' ? NO_GROUPS : readGroups(reader, conditions, group_by),
    before ? readBefore(reader, question, before, span) : NO_SERIES,
  ]);
  return {
    totals: told(current.sums),
    previous: before && told(previous.sums),
    range: { from: query.from ?? instantTold(range?.from), to: query.to ?? instantTold(range?.to) },
    series: current.points,
    previous_series: previous.points,
    ...groups,
  };
}

const NO_GROUPS = { groups: [], overlapping: false };

async function readBefore(
  reader: Reader,
  question: CostsQuestion,
  before: Instants,
  span: QuarterSpan,
): Promise<Series> {
  const query = {
    ...question,
    from: instantTold(before.from) ?? '',
    to: instantTold(before.to) ?? '',
  };
  const conditions = conditionsOf(query, span, await codesOf(reader, query));
  return readSeries(reader, query, conditions, before, span);
}

/** The ends of a range; one that is open reaches to the oldest call, or to now. Null where nothing bounds it. */
export async function rangeOf(
  reader: Reader,
  conditions: Conditions,
  { from, to }: Pick<IndexQuery, 'from' | 'to'>,
  now: number,
): Promise<Instants | null> {
  if (from !== undefined && to !== undefined) return { from: Date.parse(from), to: Date.parse(to) };
  const [ends] = await reader.query(
    sql`SELECT min(created) AS min, max(created) AS max FROM call WHERE ${conditions.except()}`,
    endsRow,
  );
  const first = from === undefined ? ends?.min : Date.parse(from);
  if (first === null || first === undefined) return null;
  const last = to === undefined ? Math.max(now, ends?.max ?? now) : Date.parse(to);
  return { from: first, to: last };
}

/** What calls cost by time, and in all. */
type Series = { points: SeriesPoint[]; sums: RawSums };
const NO_SERIES: Series = { points: [], sums: NO_SUMS };

/** Sums are exact, so that those of all calls are those of the pieces: the calls are walked once for both. */
async function readSeries(
  reader: Reader,
  { interval, timezone, now }: Pick<CostsQuestion, 'interval' | 'timezone' | 'now'>,
  conditions: Conditions,
  range: Instants,
  span: QuarterSpan,
): Promise<Series> {
  const buckets = bucketsOf(range.from, range.to, interval, timezone);
  const pieces = await reader.query(
    sql`SELECT min(created) AS at, ${SUMS} FROM call WHERE ${conditions.except()}
        GROUP BY ${pieceOf(interval, timezone, span)}`,
    pieceRow,
  );
  const sums = buckets.map(() => NO_SUMS);
  for (const { at, ...piece } of pieces) {
    const index = bucketAt(buckets, at);
    if (index !== undefined) sums[index] = added(sums[index] ?? NO_SUMS, piece);
  }
  return {
    points: buckets.map((bucket, index) => ({
      ...bucketTold(bucket, range, Date.parse(now), timezone),
      ...told(sums[index] ?? NO_SUMS),
    })),
    sums: pieces.reduce<RawSums>((all, { at, ...piece }) => added(all, piece), NO_SUMS),
  };
}

/**
 * What to group calls by so that each group lies within one bucket: quarter-hours, which are no longer than any
 * hour, or days of the zone's calendar. `min(created)` of a group tells which bucket that is.
 */
export function pieceOf(
  interval: CostsQuestion['interval'],
  timezone: string,
  span: QuarterSpan,
): Sql {
  return interval === 'hour' ? raw('quarter') : localDay(timezone, span);
}

export function bucketTold({ start, end }: Bucket, range: Instants, now: number, timezone: string) {
  return {
    start: withOffset(start, timezone),
    end: withOffset(end, timezone),
    partial: start < range.from || end - 1 > range.to || end > now,
  };
}
