import * as z from 'zod';
import { WEEKS } from '@/lib/call/costs/outlook/history';
import type { Session } from '@/lib/server/index/engine/driver';
import { listed, sql } from '@/lib/server/index/engine/sql';
import { hourOf, type QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { OutlookFacts, OutlookQuestion } from '@/lib/server/index/store';
import { COST_SUM, costSumShape, costsByDay, dayClock } from './day-clock';

const dayRow = z.object({ day: z.number(), passed: z.boolean(), ...costSumShape });
const hourRow = z.object({ day: z.number(), hour: z.number(), ...costSumShape });
const oldestRow = z.object({ oldest: z.nullable(z.number()) });

/** What was spent day by day, cut at the time of day that it is now, and hour by hour on days like today. */
export async function readOutlook(
  reader: Pick<Session, 'query'>,
  { now, days, ...query }: OutlookQuestion,
  span: QuarterSpan,
): Promise<OutlookFacts> {
  const clock = dayClock(query.timezone, now, span);
  const where = conditionsOf(query, span, await codesOf(reader, query)).except();
  const sameWeekday = Array.from({ length: WEEKS + 1 }, (_, week) => clock.today - 7 * week);
  const [byDay, byHour, [first]] = await Promise.all([
    reader.query(
      sql`SELECT ${clock.day} AS day, ${clock.passed} AS passed, ${COST_SUM} FROM call
          WHERE ${where} AND ${clock.since(days)} GROUP BY 1, 2`,
      dayRow,
    ),
    reader.query(
      sql`SELECT ${clock.day} AS day, ${hourOf(query.timezone, span)} AS hour, ${COST_SUM} FROM call
          WHERE ${where} AND ${clock.since(7 * WEEKS)} AND ${clock.day} IN (${listed(sameWeekday)})
          GROUP BY 1, 2 ORDER BY 1, 2`,
      hourRow,
    ),
    reader.query(
      sql`SELECT min(created) AS oldest FROM call WHERE ${where} AND ${clock.untilNow}`,
      oldestRow,
    ),
  ]);
  return {
    today: clock.today,
    days: costsByDay(byDay, clock.today - days),
    hours: byHour.map(({ day, hour, ...sum }) => ({ day, hour, sum })),
    oldest: instantTold(first?.oldest),
  };
}
