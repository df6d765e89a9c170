import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { resultOf, type Trial, trialAt } from '@/lib/call/costs/outlook/backtest';
import { type DayNumber, dateOf, daysBetween, monthOf } from '@/lib/call/costs/outlook/calendar';
import { type CostsByDay, untilNow, wholeDay } from '@/lib/call/costs/outlook/day-costs';
import { type Forecast, forecastMonth } from '@/lib/call/costs/outlook/forecast';
import type { OutlookFacts } from '@/lib/server/index/store';
import { amountOf, forecastTold, knownSum, passedOf } from './told';

type MonthOutlook = Pick<
  OutlookResponse,
  'to_date' | 'forecast' | 'no_forecast' | 'days' | 'backtest'
>;

type When = {
  firstDay: DayNumber | null;
  complete: boolean;
  /** What of a day is counted. */
  instants: (day: DayNumber) => { from: string; to: string };
};

/** The month until now, what it should come to, and how good such forecasts were. */
export function monthOutlook(
  { days, today }: OutlookFacts,
  { firstDay, complete, instants }: When,
): MonthOutlook {
  const made = complete ? forecastMonth(days, firstDay, today) : ('incomplete' as const);
  return {
    to_date: knownSum(passedOf(days, today)),
    ...forecastTold(made),
    days: daysTold(days, today, typeof made === 'string' ? null : made, instants),
    backtest: complete ? backtestTold(days, firstDay, today) : null,
  };
}

function daysTold(
  days: CostsByDay,
  today: DayNumber,
  made: Forecast | null,
  instants: When['instants'],
) {
  const { first, last } = monthOf(today);
  return daysBetween(first, last).map((day) => {
    const sum = day === today ? untilNow(days, day) : wholeDay(days, day);
    const expected = made?.expected.get(day);
    const unknown = { from: null, to: null, calls: null, calls_without_cost: null, total: null };
    return {
      date: dateOf(day),
      ...(day > today ? unknown : { ...instants(day), ...knownSum(sum) }),
      expected: expected === undefined ? null : amountOf(expected),
    };
  });
}

const MONTHS = 6;
const AFTER_DAYS = [5, 10, 15, 20, 25] as const;

/** Forecasts as if months that are over were not: as far back as enough was known. */
function backtestTold(
  days: CostsByDay,
  firstDay: DayNumber | null,
  today: DayNumber,
): MonthOutlook['backtest'] {
  const trials: Trial[] = [];
  let { first } = monthOf(today);
  for (let month = 0; month < MONTHS; month++) {
    ({ first } = monthOf(first - 1));
    for (const after of AFTER_DAYS) {
      const trial = trialAt(days, firstDay, first + after - 1);
      if (trial) trials.push(trial);
    }
  }
  const result = resultOf(trials);
  return (
    result && {
      months: [...new Set(trials.map(({ day }) => dateOf(day).slice(0, 7)))].reverse(),
      forecasts: result.forecasts,
      mean_error: result.meanError,
      largest_error: result.largestError,
      within: result.within,
    }
  );
}
