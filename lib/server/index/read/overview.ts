import * as z from 'zod';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import type { Session } from '@/lib/server/index/engine/driver';
import { join, raw, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from './clocks';

const QUARTER_MS = 900_000;

const numberOrNull = z.nullable(z.number());
const overviewRow = z.object({
  indexed: z.number(),
  oldest: numberOrNull,
  newest: numberOrNull,
  longest: numberOrNull,
  mean_duration: numberOrNull,
  dearest: numberOrNull,
  mean_total: numberOrNull,
  measured: z.number(),
  extracted: z.number(),
  talk_share_max: numberOrNull,
  talk_share_mean: numberOrNull,
  silence_max: numberOrNull,
  silence_mean: numberOrNull,
  interruptions_max: numberOrNull,
  interruptions_mean: numberOrNull,
  response_time_max: numberOrNull,
  response_time_mean: numberOrNull,
  tool_errors_max: numberOrNull,
  tool_errors_mean: numberOrNull,
});

/** What the whole index looks like; times in milliseconds, amounts in millionths, measures of conversations as they are kept. */
export type Overview = z.infer<typeof overviewRow>;

export async function readOverview(reader: Pick<Session, 'query'>): Promise<Overview> {
  const [row] = await reader.query(
    sql`SELECT count(*) AS indexed, min(created) AS oldest, max(created) AS newest,
               max(duration) AS longest, ${mean('duration')} AS mean_duration,
               max(total) AS dearest, ${mean('total')} AS mean_total,
               count(turns) AS measured, count(extracted) AS extracted, ${join(MEASURES, ', ')}
        FROM call WHERE absences < 2`,
    overviewRow,
  );
  if (!row) throw new Error('An aggregate without groups has one row');
  return row;
}

const MEASURES = ASKED_MEASURES.map(
  (key) => sql`${raw(`max(${key}) AS ${key}_max`)}, ${mean(key)} ${raw(`AS ${key}_mean`)}`,
);

function mean(column: string) {
  return raw(`CAST(avg(${column}) AS DOUBLE PRECISION)`);
}

/** The clocks of a zone matter as far as there are calls. */
export function spanOf({ oldest, newest }: Overview): QuarterSpan {
  const quarter = (ms: number | null) => Math.floor((ms ?? 0) / QUARTER_MS);
  return { first: quarter(oldest), last: quarter(newest) };
}
