import * as z from 'zod';
import type { ValueFigures } from '@/lib/call/answers/outcomes-responses';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { PARTS } from '@/lib/server/index/extraction/rows';
import { amount, sumOf } from '@/lib/server/index/read/costs/sums';

const RANKS = [
  ['p5', 0.05],
  ['p25', 0.25],
  ['p50', 0.5],
  ['p75', 0.75],
  ['p95', 0.95],
] as const;
const numberOrNull = z.nullable(z.number());

/** Numbers in millionths, counted and in order. */
export const numbersShape = {
  filled: z.number(),
  numbers: z.number(),
  sum: numberOrNull,
  mean: numberOrNull,
  lowest: numberOrNull,
  highest: numberOrNull,
  p5: numberOrNull,
  p25: numberOrNull,
  p50: numberOrNull,
  p75: numberOrNull,
  p95: numberOrNull,
};
export type RawNumbers = { [K in keyof typeof numbersShape]: z.infer<(typeof numbersShape)[K]> };

/**
 * {@link numbersShape} by slot, of calls joined to their numbers; `several`: a call can have more than one. All ranks are
 * found at once, which takes a seventh of the time that they take one by one.
 */
export function numbersBySlot(slot: Sql, several: boolean, from: Sql): Sql {
  const filled = raw(several ? 'count(DISTINCT found_at)' : 'count(*)');
  return sql`SELECT slot, filled, numbers, sum, mean, lowest, highest, ${TOLD_RANKS} FROM (
      SELECT ${slot} AS slot, ${filled} AS filled, ${FIGURES} FROM ${from} GROUP BY 1
    ) figures`;
}

const FIGURES = raw(
  [
    'count(*) AS numbers',
    `${sumOf('found')} AS sum`,
    'CAST(avg(found) AS DOUBLE) AS mean',
    'min(found) AS lowest',
    'max(found) AS highest',
    `quantile_disc(found, [${RANKS.map(([, part]) => part).join(', ')}]) AS ranks`,
  ].join(', '),
);
const TOLD_RANKS = raw(RANKS.map(([name], at) => `ranks[${at + 1}] AS ${name}`).join(', '));

const NO_NUMBERS: RawNumbers = {
  filled: 0,
  numbers: 0,
  sum: null,
  mean: null,
  lowest: null,
  highest: null,
  p5: null,
  p25: null,
  p50: null,
  p75: null,
  p95: null,
};

/** The calls that the numbers are of, and what those cost. */
export const callsShape = { calls: z.number(), priced: z.number(), total: z.number() };
export type RawCalls = { [K in keyof typeof callsShape]: number };

/** What to select for {@link callsShape}. */
export const CALLS = raw(
  `count(*) AS calls, count(total) AS priced, coalesce(${sumOf('total')}, 0) AS total`,
);

const NO_CALLS: RawCalls = { calls: 0, priced: 0, total: 0 };

/** Both as the API tells them. */
export function figuresTold(calls: RawCalls = NO_CALLS, numbers = NO_NUMBERS): ValueFigures {
  const { sum, mean, lowest, highest, p5, p25, p50, p75, p95 } = numbers;
  return {
    calls: calls.calls,
    filled: numbers.filled,
    values: numbers.numbers,
    sum: told(sum),
    mean: told(mean),
    min: told(lowest),
    max: told(highest),
    p5: told(p5),
    p25: told(p25),
    median: told(p50),
    p75: told(p75),
    p95: told(p95),
    calls_without_cost: calls.calls - calls.priced,
    total: amount(calls.total),
  };
}

/** A mean has endless decimals: to the millionth. */
function told(parts: number | null): number | null {
  return parts === null ? null : Math.round(parts) / PARTS;
}
