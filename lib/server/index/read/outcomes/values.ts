import * as z from 'zod';
import type { ValueFigures } from '@/lib/call/answers/outcomes-responses';
import type { Instants } from '@/lib/call/costs/periods/calendar-span';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { bucketed } from '@/lib/server/index/read/costs/bucketed';
import { rangeOf } from '@/lib/server/index/read/costs/costs';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { OutcomeValuesAnswer, OutcomeValuesQuestion } from '@/lib/server/index/store';
import { keyFacts } from './field-rows';
import { groupSlots } from './group-slots';
import { periodsOf } from './periods';
import { numbersIn } from './units';
import { CALLS, callsShape, figuresTold, numbersBySlot, numbersShape } from './value-figures';

const callsRow = z.object({ slot: z.number(), ...callsShape });
const numbersRow = z.object({ slot: z.number(), ...numbersShape });

/** Cut by what: every call of `from` is counted in its `slot`. */
type Cut = { from: Sql; slot: Sql };
const UNCUT: Cut = { from: sql`call`, slot: sql`0` };

/** What the numbers of a key come to: in all, over time and by group, now and before. */
export async function readOutcomeValues(
  reader: Reader,
  question: OutcomeValuesQuestion,
  span: QuarterSpan,
): Promise<OutcomeValuesAnswer> {
  const { field, interval, group_by, now, timezone } = question;
  const { current, past, conditions, query } = await periodsOf(reader, question, span);
  const { code, several } = await keyFacts(reader, field);
  const [{ rows, ...units }, range, groups] = await Promise.all([
    numbersIn(reader, code, current, past),
    rangeOf(reader, conditions, query, Date.parse(now)),
    group_by === 'none' ? null : groupSlots(reader, group_by, past ? [current, past] : [current]),
  ]);
  const figures = (cut: Cut, where: Sql) => readFigures(reader, cut, { rows, several, where });
  const { previous: period } = question;
  const [totals, before, slots, pastSlots, series, previousSeries] = await Promise.all([
    figures(UNCUT, current),
    past && figures(UNCUT, past),
    groups && figures(groups, current),
    groups && past && figures(groups, past),
    interval && range ? readSeries(interval, current, range) : [],
    interval && past && period ? readSeries(interval, past, instantsOf(period)) : [],
  ]);
  return {
    ...units,
    totals: totals.get(0) ?? figuresTold(),
    previous: before && (before.get(0) ?? figuresTold()),
    series,
    previous_series: previousSeries,
    groups: (groups?.shown ?? []).flatMap(({ slot, key, label }) => {
      const [own, then] = [slots?.get(slot), pastSlots?.get(slot)];
      if (!own && !then) return [];
      const previous = pastSlots && (then ?? figuresTold());
      return { key, label, ...(own ?? figuresTold()), previous };
    }),
    overlapping: groups?.overlapping ?? false,
    range: { from: query.from ?? instantTold(range?.from), to: query.to ?? instantTold(range?.to) },
  };

  async function readSeries(by: Interval, where: Sql, of: Instants) {
    const asked = { interval: by, timezone, now, where, range: of, span };
    const { buckets, joined, told } = await bucketed(reader, asked);
    const found =
      joined === null
        ? new Map<number, ValueFigures>()
        : await figures({ from: sql`call ${joined}`, slot: sql`b.bucket` }, where);
    return buckets.map((bucket, at) => ({ ...told(bucket), ...(found.get(at) ?? figuresTold()) }));
  }
}

function instantsOf({ from, to }: { from: string; to: string }): Instants {
  return { from: Date.parse(from), to: Date.parse(to) };
}

async function readFigures(
  reader: Reader,
  { from, slot }: Cut,
  { rows, several, where }: { rows: Sql; several: boolean; where: Sql },
): Promise<Map<number, ValueFigures>> {
  const [calls, numbers] = await Promise.all([
    reader.query(
      sql`SELECT ${slot} AS slot, ${CALLS} FROM ${from} WHERE ${where} GROUP BY 1`,
      callsRow,
    ),
    reader.query(
      numbersBySlot(
        slot,
        several,
        sql`${from} JOIN (${rows}) v ON v.found_at = call.place WHERE ${where}`,
      ),
      numbersRow,
    ),
  ]);
  const bySlot = new Map(numbers.map((row) => [row.slot, row]));
  return new Map(calls.map((row) => [row.slot, figuresTold(row, bySlot.get(row.slot))]));
}
