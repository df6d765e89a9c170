import * as z from 'zod';
import type { BreakdownCell, BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { MOST_BUCKETS } from '@/lib/call/query/routes/breakdown-query';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import type { Session } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { bucketAt, bucketsOf } from '@/lib/server/index/read/costs/buckets';
import { bucketTold, pieceOf } from '@/lib/server/index/read/costs/costs';
import { amount } from '@/lib/server/index/read/costs/sums';
import { measuresShape, NO_MEASURES, type RawMeasures, successCounts } from './measures';
import { REST, type Slots } from './slots';

const cellRow = z.object({ slot: z.number(), at: z.number(), ...measuresShape });
const MS_PER_MINUTE = 60_000;

type Question = {
  interval: Interval;
  timezone: string;
  now: string;
  successes: readonly unknown[];
};
type Groups = {
  slots: Slots;
  shown: readonly number[];
  range: { from: number; to: number };
  span: QuarterSpan;
  counted: Sql;
  where: Sql;
};

/**
 * Every bucket of the range with a cell for each group, the others last.
 * @throws {CallscopeError} `invalid_request` when there would be more than {@link MOST_BUCKETS}.
 */
export async function breakdownSeries(
  reader: Pick<Session, 'query'>,
  { interval, timezone, now, successes }: Question,
  { slots, shown, range, span, counted, where }: Groups,
): Promise<BreakdownResponse['series']> {
  const buckets = bucketsOf(range.from, range.to, interval, timezone, MOST_BUCKETS);
  const rows = await reader.query(
    sql`SELECT ${slots.slot} AS slot, min(created) AS at, ${counted} FROM ${slots.from} WHERE ${where}
        GROUP BY 1, ${pieceOf(interval, timezone, span)}`,
    cellRow,
  );
  const order = [...shown, REST];
  const cells = buckets.map(() => order.map((): RawMeasures | null => null));
  for (const { slot, at, ...piece } of rows) {
    const line = cells[bucketAt(buckets, at) ?? -1];
    const place = order.indexOf(slot);
    if (line && place >= 0) line[place] = summed(line[place] ?? NO_MEASURES, piece);
  }
  return buckets.map((bucket, index) => ({
    ...bucketTold(bucket, range, Date.parse(now), timezone),
    cells: (cells[index] ?? []).map((cell) => cell && cellTold(cell, successes.length)),
  }));
}

function summed(a: RawMeasures, b: RawMeasures): RawMeasures {
  const sum = { ...a };
  for (const key of MEASURE_KEYS) sum[key] = a[key] + b[key];
  return sum;
}

/** The keys of {@link measuresShape}, which `Object.keys` widens to text. */
const MEASURE_KEYS = Object.keys(measuresShape) as (keyof RawMeasures)[];

function cellTold(row: RawMeasures, asked: number): BreakdownCell {
  return {
    calls: row.calls,
    calls_without_cost: row.calls - row.priced,
    minutes: row.duration / MS_PER_MINUTE,
    total: amount(row.total),
    nobody_reached: row.fruitless_calls,
    successes: successCounts(row, asked),
  };
}
