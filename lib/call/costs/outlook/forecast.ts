import type { Micros } from '@/lib/call/costs/costs';
import { type DayNumber, daysBetween, monthOf, weekdayOf } from './calendar';
import { type CostsByDay, knownTotal, sumOf, untilNow, wholeDay } from './day-costs';
import { type History, historyOf, missingBeyondUsual, type NoHistory, WEEKS } from './history';
import { eightOfTen, type Spread, spreadOf } from './spread';

export type Forecast = {
  /** What the month should come to; eight of ten forecasts should end from `low` to `high`. */
  total: Micros;
  low: Micros;
  high: Micros;
  /** How many calls of this month should still get a cost, and what they should add. */
  late: { calls: number; total: Micros };
  /** What each day that is still to come should cost; of today, what is left of it. */
  expected: ReadonlyMap<DayNumber, Micros>;
};

/**
 * What the month that `today` is in should come to: what is known of it, and for each day that is left the mean of the
 * same weekday in the last eight weeks; for today, the mean of what came after this time of day. Calls whose cost is
 * late count at the usual price, and not as zero.
 */
export function forecastMonth(
  days: CostsByDay,
  firstDay: DayNumber | null,
  today: DayNumber,
): Forecast | NoHistory {
  const history = historyOf(days, firstDay, today);
  if (typeof history === 'string') return history;
  const { first, last } = monthOf(today);
  const passed = sumOf([
    ...daysBetween(first, today - 1).map((day) => wholeDay(days, day)),
    untilNow(days, today),
  ]);
  const late = Math.round(missingBeyondUsual(passed, history.usualMissing));
  const known = (knownTotal(passed) ?? 0) + Math.round(late * history.perCall);
  const parts = daysBetween(today, last).map((day) => ({
    day,
    weekday: weekdayOf(day),
    // Of today only the rest is to come, which says nothing about whole days.
    ...partOf(days, history, day, day === today),
  }));
  const rest = parts.reduce((sum, { spread }) => sum + spread.mean, 0);
  const reach = reachOf(parts, unrest(days, history, today));
  const least = isNeverNegative(days, history) ? -rest : Number.NEGATIVE_INFINITY;
  return {
    total: Math.round(known + rest),
    low: Math.round(known + rest + Math.max(-reach, least)),
    high: Math.round(known + rest + reach),
    late: { calls: late, total: Math.round(late * history.perCall) },
    expected: new Map(parts.map(({ day, spread }) => [day, Math.round(spread.mean)])),
  };
}

function partOf(days: CostsByDay, history: History, day: DayNumber, isToday: boolean) {
  const totals = history.daysOf(weekdayOf(day)).map((each) => {
    const costs = days.get(each);
    return isToday ? (costs?.after.total ?? 0) : wholeDay(days, each).total;
  });
  return { spread: spreadOf(totals), isToday };
}

type Part = { weekday: number; isToday: boolean; spread: Spread };

/**
 * How far the rest of the month may lie from its mean. Days differ by chance, and the mean of few days is itself
 * uncertain, for all days of a weekday alike.
 */
function reachOf(parts: readonly Part[], factor: number): number {
  const chance = parts.reduce((sum, { spread }) => sum + spread.variance, 0);
  const alike = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.isToday ? 'today' : String(part.weekday);
    alike.set(key, [...(alike.get(key) ?? []), part]);
  }
  const uncertain = [...alike.values()].reduce((sum, same) => {
    const { variance = 0, count = 1 } = same[0]?.spread ?? {};
    return sum + (same.length ** 2 * variance) / Math.max(1, count);
  }, 0);
  const weeks = Math.min(...parts.map(({ spread }) => spread.count));
  return eightOfTen(weeks) * Math.sqrt(factor * (chance + uncertain));
}

/** How much more whole weeks differ than their days would by chance: days of one week go up and down together. */
function unrest(days: CostsByDay, history: History, today: DayNumber): number {
  const means = new Map<number, Spread>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    means.set(weekday, spreadOf(history.daysOf(weekday).map((day) => wholeDay(days, day).total)));
  const byChance = [...means.values()].reduce((sum, { variance }) => sum + variance, 0);
  const weeks = Array.from({ length: WEEKS }, (_, week) =>
    daysBetween(today - 7 * (week + 1), today - 7 * week - 1),
  ).filter((week) => week.every((day) => history.daysOf(weekdayOf(day)).includes(day)));
  const apart = weeks.map((week) =>
    week.reduce(
      (sum, day) => sum + wholeDay(days, day).total - (means.get(weekdayOf(day))?.mean ?? 0),
      0,
    ),
  );
  if (byChance === 0 || apart.length < 2) return 1;
  return Math.max(
    1,
    apart.reduce((sum, each) => sum + each ** 2, 0) / (apart.length - 1) / byChance,
  );
}

/** Where no day ever cost less than nothing, the days to come do not either. */
function isNeverNegative(days: CostsByDay, history: History): boolean {
  return [1, 2, 3, 4, 5, 6, 7].every((weekday) =>
    history.daysOf(weekday).every((day) => {
      const { until, after } = days.get(day) ?? {};
      return (until?.total ?? 0) >= 0 && (after?.total ?? 0) >= 0;
    }),
  );
}
