import * as z from 'zod';
import type { Instants } from '@/lib/call/costs/periods/calendar-span';
import { MOST_BUCKETS } from '@/lib/call/query/routes/breakdown-query';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { type Bucket, bucketAt, bucketsOf } from './buckets';
import { bucketTold, pieceOf } from './costs';

const pieceRow = z.object({ piece: z.number(), at: z.number() });

export type Bucketed = {
  buckets: Bucket[];
  /** Joined to calls it gives each its `bucket`; null: none of them is in any. */
  joined: Sql | null;
  /** A bucket as the API tells it. */
  told: (bucket: Bucket) => ReturnType<typeof bucketTold>;
};

type Asked = {
  interval: Interval;
  timezone: string;
  now: string;
  where: Sql;
  range: Instants;
  span: QuarterSpan;
};

/**
 * Each call with the bucket that it is in. Percentiles of pieces make none of the whole: so it is looked up which days
 * or quarter-hours a bucket has, and then each bucket is walked once.
 * @throws {CallscopeError} `invalid_request` when there would be more than {@link MOST_BUCKETS}.
 */
export async function bucketed(reader: Reader, asked: Asked): Promise<Bucketed> {
  const { interval, timezone, now, where, range, span } = asked;
  const buckets = bucketsOf(range.from, range.to, interval, timezone, MOST_BUCKETS);
  const piece = pieceOf(interval, timezone, span);
  const pieces = await reader.query(
    sql`SELECT ${piece} AS piece, min(created) AS at FROM call WHERE ${where} GROUP BY 1`,
    pieceRow,
  );
  const places = pieces.flatMap((each) => {
    const bucket = bucketAt(buckets, each.at);
    return bucket === undefined ? [] : [raw(`(${each.piece}, ${bucket})`)];
  });
  return {
    buckets,
    joined:
      places.length === 0
        ? null
        : sql`JOIN (VALUES ${join(places, ', ')}) b (piece, bucket) ON b.piece = ${piece}`,
    told: (bucket) => bucketTold(bucket, range, Date.parse(now), timezone),
  };
}
