import * as z from 'zod';
import type { TimelineResponse } from '@/lib/call/answers/index-responses';
import type { Session } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import type { CostsQuestion } from '@/lib/server/index/store';
import type { QuarterSpan } from './clocks';
import { codesOf } from './codes';
import { conditionsOf } from './conditions';
import { bucketAt, bucketsOf } from './costs/buckets';
import { bucketTold, pieceOf, rangeOf } from './costs/costs';

const pieceRow = z.object({ at: z.number(), status: z.string(), calls: z.number() });

/** How many calls there were at each time, by status. */
export async function readTimeline(
  reader: Pick<Session, 'query'>,
  question: Omit<CostsQuestion, 'group_by' | 'previous'>,
  span: QuarterSpan,
): Promise<Omit<TimelineResponse, 'meta'>> {
  const { interval, timezone, now } = question;
  const conditions = conditionsOf(question, span, await codesOf(reader, question));
  const range = await rangeOf(reader, conditions, question, Date.parse(now));
  if (!range) return { interval, buckets: [] };
  const buckets = bucketsOf(range.from, range.to, interval, timezone);
  const pieces = await reader.query(
    sql`SELECT g.at, d.value AS status, g.calls FROM (
          SELECT min(created) AS at, status, count(*) AS calls FROM call
          WHERE ${conditions.except()} GROUP BY ${pieceOf(interval, timezone, span)}, status
        ) g JOIN dimension d ON d.kind = 'status' AND d.code = g.status`,
    pieceRow,
  );
  const counts = buckets.map(() => new Map<string, number>());
  for (const { at, status, calls } of pieces) {
    const found = bucketAt(buckets, at);
    const bucket = found === undefined ? undefined : counts[found];
    bucket?.set(status, (bucket.get(status) ?? 0) + calls);
  }
  return {
    interval,
    buckets: buckets.map((bucket, index) => {
      const statuses = counts[index] ?? new Map<string, number>();
      return {
        ...bucketTold(bucket, range, Date.parse(now), timezone),
        calls: [...statuses.values()].reduce((sum, count) => sum + count, 0),
        statuses: Object.fromEntries(statuses),
      };
    }),
  };
}
