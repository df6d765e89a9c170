import * as z from 'zod';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type { Instants } from '@/lib/call/costs/periods/calendar-span';
import { MOST_BUCKETS } from '@/lib/call/query/breakdown-query';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { bucketAt, bucketsOf } from '@/lib/server/index/read/costs/buckets';
import { bucketTold, pieceOf } from '@/lib/server/index/read/costs/costs';
import type { ConversationsQuestion } from '@/lib/server/index/store';
import { NO_SPREADS, SPREADS, spreadsRow, spreadsTold } from './spreads';

const pieceRow = z.object({ piece: z.number(), at: z.number() });
const bucketRow = spreadsRow.extend({ bucket: z.number() });

type Part = { where: Sql; range: Instants; span: QuarterSpan };

/**
 * How conversations went in every bucket of a range. Percentiles of pieces make none of the whole: so it is looked up
 * which days or quarter-hours a bucket has, and then each bucket is walked once.
 */
export async function readConversationSeries(
  reader: Reader,
  { interval, timezone, now }: ConversationsQuestion,
  { where, range, span }: Part,
): Promise<ConversationsResponse['series']> {
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
  const rows =
    places.length === 0
      ? []
      : await reader.query(
          sql`SELECT b.bucket, ${SPREADS}
              FROM call JOIN (VALUES ${join(places, ', ')}) b (piece, bucket) ON b.piece = ${piece}
              WHERE ${where} GROUP BY 1`,
          bucketRow,
        );
  const found = new Map(rows.map((row) => [row.bucket, row]));
  return buckets.map((bucket, index) => ({
    ...bucketTold(bucket, range, Date.parse(now), timezone),
    ...spreadsTold(found.get(index) ?? NO_SPREADS),
  }));
}
