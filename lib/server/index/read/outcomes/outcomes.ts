import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { bucketAt, bucketsOf } from '@/lib/server/index/read/costs/buckets';
import { bucketTold, pieceOf, rangeOf } from '@/lib/server/index/read/costs/costs';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { OutcomesAnswer, OutcomesQuestion } from '@/lib/server/index/store';
import { countsOf, countsRow, countsTold, type RawCounts } from './counts';
import { type GroupSlots, groupSlots } from './group-slots';
import { grouped } from './grouped';
import { periodsOf } from './periods';

const pieceRow = countsRow.extend({ outcome: z.number(), at: z.number() });
const cellRow = countsRow.extend({ slot: z.number(), outcome: z.number() });
type Cell = z.infer<typeof cellRow>;

/** What calls came to: in all, by outcome, over time and by group. */
export async function readOutcomes(
  reader: Reader,
  question: OutcomesQuestion,
  span: QuarterSpan,
): Promise<OutcomesAnswer> {
  const { interval, group_by, now, timezone, successes } = question;
  const { current, past, conditions, query } = await periodsOf(reader, question, span);
  const wheres = past ? [current, past] : [current];
  const counted = countsOf(await chosenConditions(reader, question, span));
  const outcomes = await groupSlots(reader, 'classification', wheres);
  const groups = group_by === 'none' ? null : await groupSlots(reader, group_by, wheres);
  const range = await rangeOf(reader, conditions, query, Date.parse(now));
  const [pieces, before, cells, pastCells] = await Promise.all([
    reader.query(
      sql`SELECT ${outcomes.slot} AS outcome, min(created) AS at, ${counted} FROM call WHERE ${current}
          GROUP BY 1, ${pieceOf(interval, timezone, span)}`,
      pieceRow,
    ),
    past && readCells(reader, null, outcomes, past, counted),
    groups ? readCells(reader, groups, outcomes, current, counted) : [],
    groups && past ? readCells(reader, groups, outcomes, past, counted) : null,
  ]);
  const told = (rows: readonly RawCounts[]) => countsTold(rows, successes.length);
  const buckets = range ? bucketsOf(range.from, range.to, interval, timezone) : [];
  const inBuckets = grouped(pieces, ({ at }) => bucketAt(buckets, at));
  const callsBy = (rows: readonly Pick<Cell, 'outcome' | 'calls'>[]) =>
    outcomes.shown.map(({ slot }) => callsOf(rows.filter(({ outcome }) => outcome === slot)));
  const bySlot = grouped(cells, ({ slot }) => slot);
  const pastBySlot = pastCells && grouped(pastCells, ({ slot }) => slot);
  const [now_, then] = [callsBy(pieces), before && callsBy(before)];
  return {
    totals: told(pieces),
    previous: before && told(before),
    outcomes: outcomes.shown.map(({ key, label }, at) => ({
      key,
      label,
      calls: now_[at] ?? 0,
      previous: then && (then[at] ?? 0),
    })),
    series: buckets.map((bucket, at) => {
      const rows = inBuckets.get(at) ?? [];
      return {
        ...bucketTold(bucket, range ?? { from: 0, to: 0 }, Date.parse(now), timezone),
        ...told(rows),
        outcomes: callsBy(rows),
      };
    }),
    groups: groups
      ? groups.shown.flatMap(({ slot, key, label }) => {
          const [rows, pastRows] = [bySlot.get(slot), pastBySlot?.get(slot)];
          if (!rows && !pastRows) return [];
          return {
            key,
            label,
            ...told(rows ?? []),
            outcomes: callsBy(rows ?? []),
            previous: pastBySlot && told(pastRows ?? []),
          };
        })
      : [],
    overlapping: groups?.overlapping ?? false,
    range: { from: query.from ?? instantTold(range?.from), to: query.to ?? instantTold(range?.to) },
  };
}

/** What came to each success, as a condition on a call. */
async function chosenConditions(
  reader: Reader,
  { successes, timezone }: OutcomesQuestion,
  span: QuarterSpan,
): Promise<Sql[]> {
  const codes = await codesOf(reader, { timezone, classifications: successes.flat() });
  return successes.map((classifications) => {
    return conditionsOf({ timezone, classifications }, span, codes).only('classifications');
  });
}

function readCells(
  reader: Reader,
  groups: GroupSlots | null,
  outcomes: GroupSlots,
  where: Sql,
  counted: Sql,
): Promise<Cell[]> {
  const [from, slot] = groups ? [groups.from, groups.slot] : [sql`call`, sql`0`];
  return reader.query(
    sql`SELECT ${slot} AS slot, ${outcomes.slot} AS outcome, ${counted} FROM ${from} WHERE ${where} GROUP BY 1, 2`,
    cellRow,
  );
}

function callsOf(rows: readonly Pick<RawCounts, 'calls'>[]): number {
  return rows.reduce((sum, { calls }) => sum + calls, 0);
}
