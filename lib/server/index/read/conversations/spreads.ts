import * as z from 'zod';
import type { Conversations, Spread } from '@/lib/call/answers/conversations-responses';
import { ASKED_MEASURES, type AskedMeasure, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import { raw } from '@/lib/server/index/engine/sql';
import { ofAskedMeasures } from '@/lib/server/index/measures';

/** How some conversations went, in the index's units: beside the counts, each measure's count and percentiles. */
export const spreadsRow = z
  .object({ calls: z.number(), measured: z.number() })
  .catchall(z.nullable(z.number()));
export type RawSpreads = z.infer<typeof spreadsRow>;

/** What to select for {@link spreadsRow}: by nearest rank, so that each is what a conversation did come to. */
export const SPREADS = raw(
  [
    'count(*) AS calls, count(turns) AS measured',
    ...ASKED_MEASURES.flatMap((key) => [
      `count(${key}) AS ${key}_calls, CAST(avg(${key}) AS DOUBLE PRECISION) AS ${key}_mean`,
      ...[50, 95].map(
        (part) =>
          `percentile_disc(${part / 100}) WITHIN GROUP (ORDER BY ${key}) FILTER (WHERE ${key} IS NOT NULL) AS ${key}_p${part}`,
      ),
    ]),
  ].join(', '),
);

export const NO_SPREADS: RawSpreads = { calls: 0, measured: 0 };

/** The same as the API tells it. */
export function spreadsTold(row: RawSpreads): Conversations {
  const { calls, measured } = row;
  return { calls, measured, measures: ofAskedMeasures((key) => spreadOf(row, key)) };
}

function spreadOf(row: RawSpreads, key: AskedMeasure): Spread {
  const number = (name: string) => row[`${key}_${name}`] ?? null;
  const scaled = (value: number | null) => (value === null ? null : value / MEASURE_STEPS[key]);
  return {
    calls: number('calls') ?? 0,
    mean: toMillionth(scaled(number('mean'))),
    median: scaled(number('p50')),
    p95: scaled(number('p95')),
  };
}

function toMillionth(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}
