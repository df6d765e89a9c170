import { type CalendarDate, startOfWeek } from '@internationalized/date';
import { NOISE_WEEKS } from '@/lib/call/costs/noise';
import { dayAt, startOfDay } from '@/lib/call/costs/periods/local-days';
import type { CallsQuery } from '@/lib/call/query/filters';
import type { BreakdownQuery } from '@/lib/call/query/routes/breakdown-query';
import type { CostsQuery } from '@/lib/call/query/routes/costs-query';
import type { CostsPage } from './use-costs-view';

/**
 * The questions of the page. Figures that ask the same share one answer; a choice that concerns one figure asks
 * nothing of the others.
 */

/** Sums and series of the range, and of the one before. */
export function sumsQuery({ filters, interval, compare }: CostsPage): CostsQuery {
  return { ...filters, interval, group_by: 'none', compare };
}

/** The whole weeks before an instant, by which the noise of a week is measured. */
export function noiseQuery({ filters }: CostsPage, until: string): CostsQuery {
  const { timezone } = filters;
  const monday = startOfWeek(dayAt(Date.parse(until), timezone), 'en', 'mon');
  const instant = (day: CalendarDate) => startOfDay(day, timezone);
  return {
    ...filters,
    from: iso(instant(monday.subtract({ weeks: NOISE_WEEKS }))),
    to: iso(instant(monday) - 1),
    interval: 'week',
    group_by: 'none',
    compare: 'none',
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** What the calls come to in all, with those that reached nobody and those of each success, now and before. */
export function measuresQuery({ filters, compare, successes }: CostsPage): BreakdownQuery {
  return {
    ...filters,
    group_by: 'none',
    compare,
    ...(successes.length > 0 && { successes: [...successes] }),
  };
}

/** The same for each group. */
export function groupsQuery(page: CostsPage): BreakdownQuery {
  return { ...measuresQuery(page), group_by: page.breakdown };
}

/** Each group over time. */
export function groupSeriesQuery(page: CostsPage): BreakdownQuery {
  return { ...groupsQuery(page), compare: 'none', interval: page.interval };
}

/** Both periods, of calls with a cost only; null where there is nothing to compare. */
export function changeQuery({ filters, breakdown, compare }: CostsPage): BreakdownQuery | null {
  if (compare === 'none' || filters.has_cost === false) return null;
  return { ...filters, has_cost: true, group_by: breakdown, compare };
}

/** The outcomes of a success that the page's own filter of outcomes leaves. */
export function outcomesWithin(
  { classifications }: CallsQuery,
  outcomes: readonly string[],
): string[] {
  return outcomes.filter((each) => classifications?.includes(each) ?? true);
}
