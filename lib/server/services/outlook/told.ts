import { fromAbsolute, parseDate, toZoned } from '@internationalized/date';
import type { CurrentMonth, ForecastTold, NoForecast } from '@/lib/call/answers/outlook-responses';
import { type DayNumber, dateOf, daysBetween, monthOf } from '@/lib/call/costs/outlook/calendar';
import {
  type CallCostSum,
  type CostsByDay,
  knownTotal,
  sumOf,
  untilNow,
  wholeDay,
} from '@/lib/call/costs/outlook/day-costs';
import type { Forecast } from '@/lib/call/costs/outlook/forecast';

/** Amounts and dates as the API tells them. */

/** Eight weeks before six months that are over, and the current one. */
export const HISTORY_DAYS = 7 * 31 + 8 * 7;

const DAY_MS = 86_400_000;

export function amountOf(micros: number): number {
  return micros / 1_000_000;
}

export function knownSum(sum: CallCostSum) {
  const total = knownTotal(sum);
  return {
    calls: sum.calls,
    calls_without_cost: sum.calls - sum.priced,
    total: total === null ? null : amountOf(total),
  };
}

/** The calls of the month until now. */
export function passedOf(days: CostsByDay, today: DayNumber): CallCostSum {
  const before = daysBetween(monthOf(today).first, today - 1);
  return sumOf([...before.map((day) => wholeDay(days, day)), untilNow(days, today)]);
}

/** The first whole day that is known: that of the first call began before anything was known of it. */
export function firstDayOf(oldest: string | null, timezone: string): DayNumber | null {
  if (oldest === null) return null;
  const instant = Date.parse(oldest);
  return Math.floor((instant + fromAbsolute(instant, timezone).offset) / DAY_MS) + 1;
}

/** Days begin where the zone's clocks begin them, also when midnight is skipped or happens twice. */
export function monthToDate(today: DayNumber, now: string, timezone: string): CurrentMonth {
  const { first, last } = monthOf(today);
  return {
    first: dateOf(first),
    today: dateOf(today),
    last: dateOf(last),
    from: new Date(startOf(first, timezone)).toISOString(),
    to: now,
  };
}

/** The instants of a day that is over, or of today until now. */
export function dayInstants(day: DayNumber, today: DayNumber, now: string, timezone: string) {
  const last = startOf(day + 1, timezone) - 1;
  return {
    from: new Date(startOf(day, timezone)).toISOString(),
    to: day === today ? now : new Date(last).toISOString(),
  };
}

function startOf(day: DayNumber, timezone: string): number {
  return toZoned(parseDate(dateOf(day)), timezone, 'compatible')
    .toDate()
    .getTime();
}

export function forecastTold(made: Forecast | NoForecast): {
  forecast: ForecastTold | null;
  no_forecast: NoForecast | null;
} {
  if (typeof made === 'string') return { forecast: null, no_forecast: made };
  const { total, low, high, late } = made;
  return {
    forecast: {
      total: amountOf(total),
      low: amountOf(low),
      high: amountOf(high),
      late: { calls: late.calls, total: amountOf(late.total) },
    },
    no_forecast: null,
  };
}
