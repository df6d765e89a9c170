import * as z from 'zod';
import type { Measures } from '@/lib/call/answers/breakdown-responses';
import { MOST_DEFINITIONS } from '@/lib/call/costs/success-definitions';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import {
  amount,
  NO_SUMS,
  type RawSums,
  SUMS,
  sumsShape,
  told,
} from '@/lib/server/index/read/costs/sums';

const successShape = {
  success_1: z.number(),
  success_2: z.number(),
  success_3: z.number(),
  success_4: z.number(),
  success_5: z.number(),
  success_6: z.number(),
  success_7: z.number(),
  success_8: z.number(),
};

/** The sums of calls, those of calls that reached nobody, and how many came to each success. */
export const measuresShape = {
  ...sumsShape,
  fruitless_calls: z.number(),
  fruitless_priced: z.number(),
  fruitless_total: z.number(),
  ...successShape,
};
export type RawMeasures = { [K in keyof typeof measuresShape]: number };

/** What to select for {@link measuresShape}; `successes` are conditions on a call. */
export function measuresOf(successes: readonly Sql[]): Sql {
  const counted = Array.from({ length: MOST_DEFINITIONS }, (_, at) => {
    const name = raw(`AS success_${at + 1}`);
    const condition = successes[at];
    return condition ? sql`count(*) FILTER (WHERE ${condition}) ${name}` : sql`0 ${name}`;
  });
  return join([SUMS, FRUITLESS, ...counted], ', ');
}

const FRUITLESS = raw(
  [
    'count(*) FILTER (WHERE fruitless) AS fruitless_calls',
    'count(total) FILTER (WHERE fruitless) AS fruitless_priced',
    'coalesce(CAST(sum(total) FILTER (WHERE fruitless) AS DOUBLE), 0) AS fruitless_total',
  ].join(', '),
);

export const NO_MEASURES: RawMeasures = {
  ...NO_SUMS,
  fruitless_calls: 0,
  fruitless_priced: 0,
  fruitless_total: 0,
  success_1: 0,
  success_2: 0,
  success_3: 0,
  success_4: 0,
  success_5: 0,
  success_6: 0,
  success_7: 0,
  success_8: 0,
};

/** The counts of the successes that were asked about. */
export function successCounts(row: RawMeasures, asked: number): number[] {
  const counts = [
    row.success_1,
    row.success_2,
    row.success_3,
    row.success_4,
    row.success_5,
    row.success_6,
    row.success_7,
    row.success_8,
  ];
  return counts.slice(0, asked);
}

/** The measures as the API tells them. */
export function measuresTold(row: RawMeasures, asked: number): Measures {
  const { fruitless_calls: calls, fruitless_priced, fruitless_total } = row;
  return {
    ...told(sumsIn(row)),
    nobody_reached: {
      calls,
      calls_without_cost: calls - fruitless_priced,
      total: amount(fruitless_total),
    },
    successes: successCounts(row, asked),
  };
}

function sumsIn(row: RawMeasures): RawSums {
  const { calls, priced, duration, priced_duration, total, voip, transcriber, llm, tts } = row;
  return { calls, priced, duration, priced_duration, total, voip, transcriber, llm, tts };
}
