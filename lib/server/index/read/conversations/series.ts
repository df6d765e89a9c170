import * as z from 'zod';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type { Instants } from '@/lib/call/costs/periods/calendar-span';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { bucketed } from '@/lib/server/index/read/costs/bucketed';
import type { ConversationsQuestion } from '@/lib/server/index/store';
import { NO_SPREADS, SPREADS, spreadsRow, spreadsTold } from './spreads';

const bucketRow = spreadsRow.extend({ bucket: z.number() });

type Part = { where: Sql; range: Instants; span: QuarterSpan };

/** How conversations went in every bucket of a range. */
export async function readConversationSeries(
  reader: Reader,
  { interval, timezone, now }: ConversationsQuestion,
  part: Part,
): Promise<ConversationsResponse['series']> {
  const { buckets, joined, told } = await bucketed(reader, { interval, timezone, now, ...part });
  const rows =
    joined === null
      ? []
      : await reader.query(
          sql`SELECT b.bucket, ${SPREADS} FROM call ${joined} WHERE ${part.where} GROUP BY 1`,
          bucketRow,
        );
  const found = new Map(rows.map((row) => [row.bucket, row]));
  return buckets.map((bucket, index) => ({
    ...told(bucket),
    ...spreadsTold(found.get(index) ?? NO_SPREADS),
  }));
}
