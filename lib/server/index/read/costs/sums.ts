import * as z from 'zod';
import type { Sums } from '@/lib/call/answers/index-responses';
import { raw } from '@/lib/server/index/engine/sql';

/** The sums of a set of calls as the engine gives them: amounts in millionths, times in milliseconds. */
export const sumsShape = {
  calls: z.number(),
  priced: z.number(),
  duration: z.number(),
  priced_duration: z.number(),
  total: z.number(),
  voip: z.number(),
  transcriber: z.number(),
  llm: z.number(),
  tts: z.number(),
};
export type RawSums = { [K in keyof typeof sumsShape]: number };

/** What to select for {@link sumsShape}. */
export const SUMS = raw(
  [
    'count(*) AS calls',
    'count(total) AS priced',
    `coalesce(${sumOf('duration')}, 0) AS duration`,
    `coalesce(${sumOf('duration', 'FILTER (WHERE total IS NOT NULL)')}, 0) AS priced_duration`,
    ...['total', 'voip', 'transcriber', 'llm', 'tts'].map(
      (column) => `coalesce(${sumOf(column)}, 0) AS ${column}`,
    ),
  ].join(', '),
);

/**
 * The engine adds up exactly and in more bits than a column has; the sum is a double, which is exact as far as
 * numbers are, because a cast to the column's own type would fail where a thousand absurd amounts meet.
 */
export function sumOf(column: string, filter = ''): string {
  return `CAST(sum(${column}) ${filter} AS DOUBLE)`;
}

export const NO_SUMS: RawSums = {
  calls: 0,
  priced: 0,
  duration: 0,
  priced_duration: 0,
  total: 0,
  voip: 0,
  transcriber: 0,
  llm: 0,
  tts: 0,
};

export function added(a: RawSums, b: RawSums): RawSums {
  return {
    calls: a.calls + b.calls,
    priced: a.priced + b.priced,
    duration: a.duration + b.duration,
    priced_duration: a.priced_duration + b.priced_duration,
    total: a.total + b.total,
    voip: a.voip + b.voip,
    transcriber: a.transcriber + b.transcriber,
    llm: a.llm + b.llm,
    tts: a.tts + b.tts,
  };
}

const MS_PER_MINUTE = 60_000;

/** The sums as the API tells them: amounts in the currency, minutes. */
export function told(sums: RawSums): Sums {
  const { calls, priced, duration, priced_duration, total, voip, transcriber, llm, tts } = sums;
  return {
    calls,
    calls_without_cost: calls - priced,
    minutes: duration / MS_PER_MINUTE,
    total: amount(total),
    voip: amount(voip),
    transcriber: amount(transcriber),
    llm: amount(llm),
    tts: amount(tts),
    other: amount(total - voip - transcriber - llm - tts),
    per_call: priced === 0 ? null : amount(total / priced),
    per_minute: priced_duration === 0 ? null : amount(total / (priced_duration / MS_PER_MINUTE)),
  };
}

/** Millionths as an amount. */
export function amount(micros: number): number {
  return micros / 1_000_000;
}
