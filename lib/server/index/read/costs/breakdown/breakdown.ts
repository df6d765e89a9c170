import * as z from 'zod';
import type { BreakdownGroup } from '@/lib/call/answers/breakdown-responses';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Session } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { rangeOf } from '@/lib/server/index/read/costs/costs';
import {
  PERCENTILES,
  percentilesShape,
  percentilesTold,
} from '@/lib/server/index/read/costs/percentiles';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { BreakdownAnswer, BreakdownQuestion, IndexQuery } from '@/lib/server/index/store';
import { breakdownSeries } from './breakdown-series';
import { type Grouped, groupedBy } from './grouped';
import { measuresOf, measuresShape, measuresTold, NO_MEASURES, type RawMeasures } from './measures';
import { REST, type Slots } from './slots';

type Reader = Pick<Session, 'query'>;

const LARGEST = 20;
const rankRow = z.object({ slot: z.number(), calls: z.number(), total: z.number() });
const measuresRow = z.object(measuresShape);
const groupRow = z.object({ slot: z.number(), ...measuresShape, ...percentilesShape });
type GroupRow = z.infer<typeof groupRow>;

/** One period: which calls are in it. */
export type Period = { where: Sql };

/** What the groups of two periods come to, side by side. */
export async function readBreakdown(
  reader: Reader,
  question: BreakdownQuestion,
  span: QuarterSpan,
): Promise<BreakdownAnswer> {
  const { interval, group_by, previous: before, now, successes, ...query } = question;
  const within = async (asked: IndexQuery) => {
    const conditions = conditionsOf(asked, span, await codesOf(reader, asked));
    return { conditions, where: conditions.except() };
  };
  const current = await within(query);
  const past = before && (await within({ ...query, from: before.from, to: before.to }));
  const counted = measuresOf(await successConditions(reader, question, span));
  const asked = successes.length;
  const range = await rangeOf(reader, current.conditions, query, Date.parse(now));
  const grouped = await groupedIn(reader, group_by, [current, past]);
  const shown = grouped ? await largest(reader, grouped, [current, past]) : [];
  const slots = grouped?.slots(shown) ?? null;
  const of = <T>(answer: (period: Period) => Promise<T>) =>
    Promise.all([answer(current), past && answer(past)]);
  const [[totals, previous], [rows, pastRows], series] = await Promise.all([
    of(({ where }) => totalsOf(reader, where, counted)),
    of(({ where }) => (slots ? groupRows(reader, slots, where, counted) : Promise.resolve([]))),
    slots && interval && range
      ? breakdownSeries(
          reader,
          { ...question, interval },
          { slots, shown, range, span, counted, ...current },
        )
      : [],
  ]);
  const groups =
    grouped && slots ? await groupsTold(reader, { grouped, shown, rows, pastRows, asked }) : [];
  return {
    totals: measuresTold(totals, asked),
    previous: previous && measuresTold(previous, asked),
    range: { from: query.from ?? instantTold(range?.from), to: query.to ?? instantTold(range?.to) },
    groups,
    // The last cell is that of all others, whom there need not be.
    series: series.map((each) => ({ ...each, cells: each.cells.slice(0, groups.length) })),
    overlapping: slots?.overlapping ?? false,
  };
}

/** A condition on a call for each definition of a success. */
async function successConditions(
  reader: Reader,
  { successes, timezone }: BreakdownQuestion,
  span: QuarterSpan,
): Promise<Sql[]> {
  const codes = await codesOf(reader, { timezone, classifications: successes.flat() });
  return successes.map((classifications) =>
    conditionsOf({ timezone, classifications }, span, codes).only('classifications'),
  );
}

function groupedIn(
  reader: Reader,
  grouping: GroupBy,
  periods: readonly (Period | null)[],
): Promise<Grouped> | null {
  if (grouping === 'none') return null;
  const wheres = periods.flatMap((period) => period?.where ?? []);
  return groupedBy(reader, grouping, wheres);
}

/** The groups that cost most in either of the periods: one that is gone is still told. */
async function largest(
  reader: Reader,
  grouped: Grouped,
  periods: readonly (Period | null)[],
): Promise<number[]> {
  const { from, slot } = grouped.slots(null);
  const most = new Map<number, { total: number; calls: number }>();
  for (const period of periods) {
    if (!period) continue;
    const rows = await reader.query(
      sql`SELECT ${slot} AS slot, count(*) AS calls, coalesce(CAST(sum(total) AS DOUBLE), 0) AS total
          FROM ${from} WHERE ${period.where} GROUP BY 1`,
      rankRow,
    );
    for (const { slot, total, calls } of rows) {
      if (slot === REST) continue;
      const known = most.get(slot);
      most.set(slot, {
        total: Math.max(total, known?.total ?? total),
        calls: Math.max(calls, known?.calls ?? 0),
      });
    }
  }
  return [...most]
    .sort(([a, x], [b, y]) => y.total - x.total || y.calls - x.calls || a - b)
    .slice(0, LARGEST)
    .map(([slot]) => slot);
}

async function totalsOf(reader: Reader, where: Sql, counted: Sql): Promise<RawMeasures> {
  const [row] = await reader.query(sql`SELECT ${counted} FROM call WHERE ${where}`, measuresRow);
  return row ?? NO_MEASURES;
}

function groupRows(
  reader: Reader,
  { from, slot }: Slots,
  where: Sql,
  counted: Sql,
): Promise<GroupRow[]> {
  return reader.query(
    sql`SELECT ${slot} AS slot, ${counted}, ${PERCENTILES} FROM ${from} WHERE ${where} GROUP BY 1`,
    groupRow,
  );
}

type Answered = {
  grouped: Grouped;
  shown: readonly number[];
  rows: readonly GroupRow[];
  pastRows: readonly GroupRow[] | null;
  /** How many successes were asked about. */
  asked: number;
};

async function groupsTold(
  reader: Reader,
  { grouped, shown, rows, pastRows, asked }: Answered,
): Promise<BreakdownGroup[]> {
  const names = await grouped.names(reader, shown);
  const numbers = (slot: number) => {
    const now = rows.find((row) => row.slot === slot);
    const past = pastRows?.find((row) => row.slot === slot) ?? NO_MEASURES;
    return {
      ...measuresTold(now ?? NO_MEASURES, asked),
      ...percentilesTold(now ?? { p50: null, p95: null }),
      previous: pastRows && measuresTold(past, asked),
    };
  };
  const named = shown.map((slot) => {
    const name = names.get(slot);
    const value = name?.value ?? NO_VALUE;
    return { value, label: name?.label ?? value, ...numbers(slot) };
  });
  const groups = withDistinctLabels(named).map(({ value, ...group }) => ({ ...group, key: value }));
  const hasRest = [...rows, ...(pastRows ?? [])].some(({ slot }) => slot === REST);
  return hasRest ? [...groups, { key: null, label: 'All others', ...numbers(REST) }] : groups;
}
