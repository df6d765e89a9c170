import * as z from 'zod';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { textOfTerm } from '@/lib/call/values/terms';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { type Conditions, conditionsOf } from '@/lib/server/index/read/conditions';
import type { CostFacts, DailyCost, IndexQuery } from '@/lib/server/index/store';
import { sumOf } from './sums';

type Reader = Pick<Session, 'query'>;

/** So many days are read at once. */
const DAYS = 28;

const REST = `total - coalesce(voip, 0) - coalesce(transcriber, 0) - coalesce(llm, 0) - coalesce(tts, 0)`;
/** What is left of the total; nothing where components make it up, and zero where there are none. */
const OTHER = `CASE WHEN coalesce(voip, transcriber, llm, tts) IS NULL THEN total ELSE nullif(${REST}, 0) END`;
/** In the order of {@link COST_COMPONENTS}. */
const AMOUNTS = `[voip, transcriber, llm, tts, ${OTHER}]`;

/** The costs by day, use case, model and component, in the order of days that is asked for. */
export async function* readDailyCosts(
  session: Reader,
  query: IndexQuery,
  span: () => Promise<QuarterSpan>,
  signal: AbortSignal | undefined,
): AsyncIterable<DailyCost[]> {
  const matching = conditionsOf(query, await span(), await codesOf(session, query)).except();
  const where = sql`${matching} AND total IS NOT NULL`;
  const order = raw(query.sort === 'asc' ? 'ASC' : 'DESC');
  const periods = await session.query(
    sql`SELECT DISTINCT CAST(floor(day / ${raw(String(DAYS))}) AS INTEGER) AS period
        FROM call WHERE ${where} ORDER BY period ${order}`,
    z.object({ period: z.number() }),
  );
  for (const { period } of periods) {
    signal?.throwIfAborted();
    const first = period * DAYS;
    const within = sql`${where} AND day BETWEEN ${first} AND ${first + DAYS - 1}`;
    yield (await session.query(dailyQuestion(within, order), dailyRow)).flatMap(told);
  }
}

const dailyRow = z.object({
  day: z.number(),
  use_case: z.nullable(z.string()),
  name: z.nullable(z.string()),
  model: z.nullable(z.string()),
  component: z.number(),
  negative: z.boolean(),
  timed: z.boolean(),
  micros: z.number(),
  calls: z.number(),
  duration: z.nullable(z.number()),
});

function dailyQuestion(where: Sql, order: Sql): Sql {
  return sql`
    WITH parts AS (
      SELECT day, use_case, model, duration,
             unnest(${raw(AMOUNTS)}) AS amount, unnest([0, 1, 2, 3, 4]) AS component
      FROM call WHERE ${where}
    ), sums AS (
      SELECT day, use_case, model, component, amount < 0 AS negative,
             coalesce(duration >= 0, false) AS timed, ${raw(sumOf('amount'))} AS micros,
             count(*) AS calls, ${raw(sumOf('duration', 'FILTER (WHERE duration >= 0)'))} AS duration
      FROM parts WHERE amount IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    )
    SELECT sums.day, u.value AS use_case, u.label AS name, m.value AS model, component, negative,
           timed, micros, calls, duration
    FROM sums
    LEFT JOIN dimension u ON u.kind = 'use_case' AND u.code = sums.use_case
    LEFT JOIN dimension m ON m.kind = 'model' AND m.code = sums.model
    ORDER BY sums.day ${order}, sums.use_case, sums.model, component, negative, timed DESC`;
}

function told({
  use_case,
  name,
  model,
  component,
  timed,
  duration,
  ...row
}: z.infer<typeof dailyRow>): DailyCost[] {
  const known = COST_COMPONENTS[component];
  if (!known) return [];
  const id = use_case === null ? null : textOfTerm(use_case);
  return [
    {
      ...row,
      component: known,
      use_case: id === null ? null : { id, name },
      model: model === null ? null : textOfTerm(model),
      duration: timed ? duration : null,
    },
  ];
}

const factsRow = z.object({
  calls: z.number(),
  calls_with_cost: z.number(),
  negative: z.number(),
  untimed: z.number(),
  odd_calls: z.number(),
  total: z.number(),
  voip: z.number(),
  transcriber: z.number(),
  llm: z.number(),
  tts: z.number(),
});

/** One look at all that matches, for what is told beside a file of costs. */
export async function readCostFacts(reader: Reader, conditions: Conditions): Promise<CostFacts> {
  const sums = ['total', 'voip', 'transcriber', 'llm', 'tts'].map(
    (column) => `coalesce(${sumOf(column)}, 0) AS ${column}`,
  );
  const [row] = await reader.query(
    sql`SELECT count(*) AS calls, count(total) AS calls_with_cost,
               count(*) FILTER (WHERE total IS NOT NULL AND list_min(${raw(AMOUNTS)}) < 0) AS negative,
               count(total) FILTER (WHERE coalesce(duration < 0, true)) AS untimed,
               count(*) FILTER (WHERE odd_set <> 0) AS odd_calls, ${raw(sums.join(', '))}
        FROM call WHERE ${conditions.except()}`,
    factsRow,
  );
  if (!row) throw new Error('A sum has one row.');
  const { calls, calls_with_cost, negative, untimed, odd_calls, ...micros } = row;
  const { total, voip, transcriber, llm, tts } = micros;
  return {
    calls,
    calls_with_cost,
    calls_with_negative_component: negative,
    calls_with_cost_of_unknown_duration: untimed,
    odd_calls,
    micros: { ...micros, other: total - voip - transcriber - llm - tts },
  };
}
