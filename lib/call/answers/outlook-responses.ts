import * as z from 'zod/mini';
import { MARKS } from '@/lib/call/costs/outlook/marks';
import { amount } from '@/lib/call/values/codec';
import { indexMetaSchema } from './index-responses';

const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);
const amountOrNull = orNull(z.number());
/** `2026-11-29`, by the clocks of the zone. */
const date = z.string();

const known = {
  calls: z.number(),
  calls_without_cost: z.number(),
  /** Null where there are calls and none has a cost. */
  total: amountOrNull,
};

/** The current month by the clocks of the zone. */
export const currentMonthSchema = z.object({
  first: date,
  today: date,
  last: date,
  /** The instants of the month to date, both ends inclusive. */
  from: z.string(),
  to: z.string(),
});
export type CurrentMonth = z.infer<typeof currentMonthSchema>;

/** Why there is no forecast. */
export const NO_FORECAST = ['incomplete', 'no_calls', 'too_short', 'no_costs'] as const;
export type NoForecast = (typeof NO_FORECAST)[number];

export const forecastSchema = z.object({
  /** What the month should come to; eight of ten months should end from `low` to `high`. */
  total: z.number(),
  low: z.number(),
  high: z.number(),
  /** Calls of the month whose cost is late, and what the forecast counts for them. */
  late: z.object({ calls: z.number(), total: z.number() }),
});
export type ForecastTold = z.infer<typeof forecastSchema>;

const band = z.object({ low: z.number(), mean: z.number(), high: z.number(), weeks: z.number() });
export type BandTold = z.infer<typeof band>;

/** `GET /api/costs/outlook`. Amounts are in the account's currency. */
export const outlookResponseSchema = z.object({
  month: currentMonthSchema,
  /** When the first call that matches began; null: there is none. */
  known_from: orNull(z.string()),
  to_date: z.object(known),
  /** Null where too little is known: `no_forecast` says what. */
  forecast: orNull(forecastSchema),
  no_forecast: orNull(z.enum(NO_FORECAST)),
  /** All days of the month. Those to come have null for what is known; `expected` is what is still to come. */
  days: z.array(
    z.object({
      date,
      /** The instants that are counted, both ends inclusive. */
      from: orNull(z.string()),
      to: orNull(z.string()),
      calls: orNull(z.number()),
      calls_without_cost: orNull(z.number()),
      total: amountOrNull,
      expected: amountOrNull,
    }),
  ),
  /** The same forecast in months that are over, after 5, 10, 15, 20 and 25 days; null where none is known. */
  backtest: orNull(
    z.object({
      months: z.array(z.string()),
      forecasts: z.number(),
      /** Shares of what the months came to. */
      mean_error: z.number(),
      largest_error: z.number(),
      /** The part of the months that ended within the range. */
      within: z.number(),
    }),
  ),
  /** Today until now, and the same weekday until the same time of day in the last 8 weeks. */
  today: z.object({
    ...known,
    /** Nineteen of twenty such days should lie from `low` to `high`; null where too few weeks are known. */
    band: orNull(band),
    /** Null where it cannot be told. */
    verdict: orNull(z.enum(['usual', 'above', 'below'])),
    /** What it came to at the end of each hour, or until now; `total` is null for hours to come. */
    hours: z.array(z.object({ hour: z.number(), total: amountOrNull, band: orNull(band) })),
  }),
  meta: indexMetaSchema,
});
export type OutlookResponse = z.infer<typeof outlookResponseSchema>;

const useCase = orNull(z.string().check(z.minLength(1), z.maxLength(200)));
const micros = (value: number) => Math.round(value * 1_000_000) / 1_000_000;
const budgetAmount = z
  .number()
  .check(
    z.refine(
      (value) => value > 0 && 'value' in amount.decode(String(value)) && micros(value) === value,
      'must be a number above 0, with at most six decimals',
    ),
  );

/** What may be spent in a month, each month anew. */
export const budgetSchema = z.object({
  /** The id of the use case; null: all calls. */
  use_case: useCase,
  amount: budgetAmount,
  /** Grows with each change of any budget; who changes one names the one they have seen. */
  version: z.number().check(z.int(), z.minimum(1)),
  /** Who has set it; empty where nobody signs in. */
  set_by: z.string(),
  set_at: z.string(),
});
export type Budget = z.infer<typeof budgetSchema>;

/** `PUT /api/costs/budgets`: the amount that is wanted, null for none, and the version that was seen, null for none. */
export const budgetBodySchema = z.object({
  use_case: useCase,
  amount: orNull(budgetAmount),
  version: orNull(z.number().check(z.int(), z.minimum(1))),
});
export type BudgetBody = z.infer<typeof budgetBodySchema>;

/** The answer to a change: the budgets as they stand. */
export const storedBudgetsSchema = z.object({ budgets: z.array(budgetSchema) });

const markSchema = z.object({
  /** Percent of the budget. */
  mark: z.literal([...MARKS]),
  /** The day on which it was reached; null: not yet. */
  reached_on: orNull(date),
  /** The day on which the forecast reaches it; null where that is not this month, or there is no forecast. */
  expected_on: orNull(date),
});

const budgetProgressSchema = z.extend(budgetSchema, {
  /** What people call the use case; null for all calls, and where the index knows no call of it. */
  name: orNull(z.string()),
  to_date: z.object(known),
  forecast: orNull(forecastSchema),
  no_forecast: orNull(z.enum(NO_FORECAST)),
  marks: z.array(markSchema),
});
export type BudgetProgress = z.infer<typeof budgetProgressSchema>;

/** `GET /api/costs/budgets`: each with what all calls of its use case cost this month. */
export const budgetsResponseSchema = z.object({
  month: currentMonthSchema,
  budgets: z.array(budgetProgressSchema),
  meta: indexMetaSchema,
});
export type BudgetsResponse = z.infer<typeof budgetsResponseSchema>;
