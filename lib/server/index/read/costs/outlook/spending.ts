import * as z from 'zod';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Session } from '@/lib/server/index/engine/driver';
import { listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf, PLACES } from '@/lib/server/index/read/conditions';
import { type Names, nameRow } from '@/lib/server/index/read/costs/names';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { Spending, SpendingFacts, SpendingQuestion } from '@/lib/server/index/store';
import { COST_SUM, costSumShape, costsByDay, type DayRow, dayClock } from './day-clock';

type Reader = Pick<Session, 'query'>;

const dayRow = z.object({
  scope: z.number(),
  day: z.number(),
  passed: z.boolean(),
  ...costSumShape,
});
const oldestRow = z.object({ scope: z.number(), oldest: z.number() });

const { column: COLUMN, word: KIND } = PLACES.use_cases;
/** Stands for every use case that is not asked for. */
const OTHERS = -1;

/** What was spent day by day in some use cases, each for itself, and by all calls. */
export async function readSpending(
  reader: Reader,
  { timezone, now, days, use_cases }: SpendingQuestion,
  span: QuarterSpan,
): Promise<SpendingFacts> {
  const clock = dayClock(timezone, now, span);
  const names = await namesOf(reader, use_cases);
  const scope = scopeOf([...names.keys()]);
  const where = conditionsOf({ timezone }, span, await codesOf(reader, { timezone })).except();
  const [rows, firsts] = await Promise.all([
    reader.query(
      sql`SELECT ${scope} AS scope, ${clock.day} AS day, ${clock.passed} AS passed, ${COST_SUM}
          FROM call WHERE ${where} AND ${clock.since(days)} GROUP BY 1, 2, 3`,
      dayRow,
    ),
    reader.query(
      sql`SELECT ${scope} AS scope, min(created) AS oldest FROM call
          WHERE ${where} AND ${clock.untilNow} GROUP BY 1`,
      oldestRow,
    ),
  ]);
  const first = clock.today - days;
  const all = spending(rows, firsts, first, null);
  const known = [...names].map(([code, { value, label }]): [string, Spending] => {
    const own = <Row extends { scope: number }>(some: readonly Row[]) =>
      some.filter((row) => row.scope === code);
    return [value, spending(own(rows), own(firsts), first, label ?? value)];
  });
  return { today: clock.today, all, use_cases: new Map(known) };
}

function spending(
  rows: readonly (DayRow & { scope: number })[],
  firsts: readonly { oldest: number }[],
  first: number,
  name: string | null,
): Spending {
  const oldest = firsts.length === 0 ? null : Math.min(...firsts.map((each) => each.oldest));
  const days = costsByDay(
    rows.map(({ scope, ...row }) => row),
    first,
  );
  return { days, oldest: instantTold(oldest), name };
}

function scopeOf(codes: readonly number[]): Sql {
  if (codes.length === 0) return raw(String(OTHERS));
  return sql`CASE WHEN ${raw(COLUMN)} IN (${listed(codes)}) THEN ${raw(COLUMN)} ELSE ${raw(String(OTHERS))} END`;
}

/** The codes of use cases of which the index knows a call; 0 stands for calls without one. Names are told apart. */
async function namesOf(reader: Reader, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT code, value, label FROM dimension WHERE kind = ${KIND}`,
    nameRow,
  );
  const named = withDistinctLabels(
    rows.map(({ label, ...row }) => ({ ...row, label: label ?? row.value })),
  );
  const wanted = new Set(ids);
  const names: Names = new Map(
    named.filter(({ value }) => wanted.has(value)).map(({ code, ...name }) => [code, name]),
  );
  if (wanted.has(NO_VALUE)) names.set(0, { value: NO_VALUE, label: null });
  return names;
}
