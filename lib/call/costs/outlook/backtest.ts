import type { Micros } from '@/lib/call/costs/costs';
import { type DayNumber, daysBetween, monthOf } from './calendar';
import { type CostsByDay, NO_CALLS, sumOf, wholeDay } from './day-costs';
import { forecastMonth } from './forecast';

/** A forecast that was made as if it were the past, and what the month came to. */
export type Trial = {
  /** The last day that was known. */
  day: DayNumber;
  forecast: Micros;
  low: Micros;
  high: Micros;
  actual: Micros;
};

/** The forecast at the end of a day of a month that is over; null where too little was known then. */
export function trialAt(
  days: CostsByDay,
  firstDay: DayNumber | null,
  day: DayNumber,
): Trial | null {
  const { first, last } = monthOf(day);
  const forecast = forecastMonth(asOfEnd(days, day), firstDay, day);
  if (typeof forecast === 'string') return null;
  const { total: actual } = sumOf(daysBetween(first, last).map((each) => wholeDay(days, each)));
  return { day, forecast: forecast.total, low: forecast.low, high: forecast.high, actual };
}

/** The days as they were known when one of them ended. */
function asOfEnd(days: CostsByDay, day: DayNumber): CostsByDay {
  return new Map(
    [...days.keys()]
      .filter((each) => each <= day)
      .map((each) => [each, { until: wholeDay(days, each), after: NO_CALLS }]),
  );
}

/** How far off forecasts were. Shares are of what the months came to. */
export type BacktestResult = {
  forecasts: number;
  meanError: number;
  largestError: number;
  /** The part of the months that ended within the range. */
  within: number;
};

/** Null without a trial; months that cost nothing say nothing. */
export function resultOf(trials: readonly Trial[]): BacktestResult | null {
  const told = trials.filter(({ actual }) => actual > 0);
  if (told.length === 0) return null;
  const errors = told.map(({ forecast, actual }) => Math.abs(forecast - actual) / actual);
  const within = told.filter(({ low, high, actual }) => low <= actual && actual <= high);
  return {
    forecasts: told.length,
    meanError: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    largestError: Math.max(...errors),
    within: within.length / told.length,
  };
}
