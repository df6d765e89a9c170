import * as z from 'zod';
import {
  type CallCostSum,
  type CostsByDay,
  type DayCosts,
  NO_CALLS,
  sumOf as sumOfCalls,
} from '@/lib/call/costs/outlook/day-costs';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { localDay, localQuarter, type QuarterSpan } from '@/lib/server/index/read/clocks';
import { sumOf } from '@/lib/server/index/read/costs/sums';
import { quarterShown } from '@/lib/server/index/read/costs/zones';

const QUARTERS = 96;
const QUARTER_MS = 900_000;
const DAY_MS = QUARTERS * QUARTER_MS;

/** How many calls, how many of them with a cost, and what these cost in millionths. */
export const costSumShape = { calls: z.number(), priced: z.number(), total: z.number() };
export const COST_SUM = raw(
  `count(*) AS calls, count(total) AS priced, coalesce(${sumOf('total')}, 0) AS total`,
);

/** What the clocks of a zone show now, and how the engine asks it of calls. */
export type DayClock = {
  /** Days since 1970. */
  today: number;
  /** The day of a call. */
  day: Sql;
  /**
   * Whether a call began at the time of day that it is now, or earlier on its day. Of today all did that are read,
   * whatever the clocks showed: an hour can happen twice.
   */
  passed: Sql;
  /** Calls of so many days before today, and some more, until now. */
  since: (days: number) => Sql;
  untilNow: Sql;
};

export function dayClock(timezone: string, now: string, span: QuarterSpan): DayClock {
  const instant = Date.parse(now);
  const { quarter, rest } = quarterShown(timezone, instant);
  const today = Math.floor(quarter / QUARTERS);
  const at = raw(String(quarter - today * QUARTERS));
  const here = sql`(${localQuarter(timezone, span)} % ${raw(String(QUARTERS))})`;
  const withinQuarter = raw(`created % ${QUARTER_MS} <= ${rest}`);
  const untilNow = sql`created <= ${instant}`;
  const day = localDay(timezone, span);
  return {
    today,
    day,
    passed: sql`(${day} = ${raw(String(today))} OR ${here} < ${at} OR (${here} = ${at} AND ${withinQuarter}))`,
    // Clocks differ from UTC by a day at most.
    since: (days) => sql`(created >= ${instant - (days + 2) * DAY_MS} AND ${untilNow})`,
    untilNow,
  };
}

export type DayRow = { day: number; passed: boolean } & CallCostSum;

/** The rows by day, without those before `first`, which are not whole. */
export function costsByDay(rows: readonly DayRow[], first: number): CostsByDay {
  const days = new Map<number, DayCosts>();
  for (const { day, passed, ...sum } of rows) {
    if (day < first) continue;
    const { until, after } = days.get(day) ?? { until: NO_CALLS, after: NO_CALLS };
    const more = sumOfCalls([passed ? until : after, sum]);
    days.set(day, passed ? { until: more, after } : { until, after: more });
  }
  return days;
}
