import type { BandTold, OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { type Band, bandOf, todayOf } from '@/lib/call/costs/outlook/band';
import type { DayNumber } from '@/lib/call/costs/outlook/calendar';
import { sumOf } from '@/lib/call/costs/outlook/day-costs';
import { historyOf } from '@/lib/call/costs/outlook/history';
import type { OutlookFacts } from '@/lib/server/index/store';
import { amountOf, knownSum } from './told';

type When = {
  firstDay: DayNumber | null;
  /** The hour that the clocks of the zone show. */
  hour: number;
  complete: boolean;
};

/** Today until now against the band of the same weekday, in all and hour by hour. */
export function todayOutlook(facts: OutlookFacts, when: When): OutlookResponse['today'] {
  const { days, today } = facts;
  // While the index reads on, nothing before is known for sure.
  const firstDay = when.complete ? when.firstDay : null;
  const history = historyOf(days, firstDay, today);
  const usual = typeof history === 'string' ? { usualMissing: 0, perCall: 0 } : history;
  const { sum, band, verdict, weekdays } = todayOf(days, firstDay, today, usual);
  return {
    ...knownSum(sum),
    band: bandTold(band),
    verdict,
    hours: hoursTold(facts, weekdays, when.hour, band),
  };
}

function hoursTold(
  { hours, today }: OutlookFacts,
  weekdays: readonly DayNumber[],
  now: number,
  bandNow: Band | null,
) {
  const until = (day: DayNumber, hour: number) =>
    sumOf(hours.filter((each) => each.day === day && each.hour <= hour).map(({ sum }) => sum));
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    total: hour > now ? null : knownSum(until(today, hour)).total,
    // Of the hour that is not over the band ends now, too.
    band: bandTold(hour === now ? bandNow : bandOf(weekdays.map((day) => until(day, hour).total))),
  }));
}

function bandTold(band: Band | null): BandTold | null {
  if (band === null) return null;
  const { low, mean, high, weeks } = band;
  return { low: amountOf(low), mean: amountOf(mean), high: amountOf(high), weeks };
}
