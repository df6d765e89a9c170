import type { Micros } from '@/lib/call/costs/costs';
import type { DayNumber } from './calendar';
import { type CallCostSum, type CostsByDay, knownTotal, untilNow } from './day-costs';
import { type History, isLate, LEAST_WEEKS, missingBeyondUsual, WEEKS } from './history';
import { nineteenOfTwenty, spreadOf } from './spread';

/** What is usual: nineteen of twenty should lie from `low` to `high`. */
export type Band = { low: Micros; mean: Micros; high: Micros; weeks: number };

/** Whether a sum lies in its band; null where that cannot be told. */
export type Verdict = 'usual' | 'above' | 'below' | null;

/** The band of what the same hours of the same weekday cost; null where too few weeks are known. */
export function bandOf(totals: readonly Micros[]): Band | null {
  const weeks = totals.length;
  if (weeks < LEAST_WEEKS) return null;
  const { mean, variance } = spreadOf(totals);
  const reach = nineteenOfTwenty(weeks) * Math.sqrt(variance * (1 + 1 / weeks));
  const least = totals.every((total) => total >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  return {
    low: Math.round(Math.max(mean - reach, least)),
    mean: Math.round(mean),
    high: Math.round(mean + reach),
    weeks,
  };
}

/** The same weekday in the weeks before today, as far as whole days are known. */
export function sameWeekdays(firstDay: DayNumber | null, today: DayNumber): DayNumber[] {
  if (firstDay === null) return [];
  return Array.from({ length: WEEKS }, (_, week) => today - 7 * (week + 1)).filter(
    (day) => day >= firstDay,
  );
}

/** What today's calls cost until now, against the same weekday until the same time of day. */
export function todayOf(
  days: CostsByDay,
  firstDay: DayNumber | null,
  today: DayNumber,
  { usualMissing, perCall }: Pick<History, 'usualMissing' | 'perCall'>,
): {
  sum: CallCostSum;
  band: Band | null;
  verdict: Verdict;
  /** The days that the band is made of: those whose costs are late are none of them. */
  weekdays: DayNumber[];
} {
  const sum = untilNow(days, today);
  const weekdays = sameWeekdays(firstDay, today).filter(
    (day) => !isLate(untilNow(days, day), usualMissing),
  );
  const band = bandOf(weekdays.map((day) => untilNow(days, day).total));
  const late = missingBeyondUsual(sum, usualMissing) * perCall;
  return { sum, band, verdict: verdictOf(sum, band, late), weekdays };
}

/** Costs that are late can still come: a sum is usual, or low, only if it stays so with them. */
function verdictOf(sum: CallCostSum, band: Band | null, late: Micros): Verdict {
  const total = knownTotal(sum);
  if (band === null || total === null) return null;
  if (total > band.high) return 'above';
  if (total + late < band.low) return 'below';
  return total >= band.low && total + late <= band.high ? 'usual' : null;
}
