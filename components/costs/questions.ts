import { type CalendarDate, startOfWeek } from '@internationalized/date';
import { NOISE_WEEKS } from '@/lib/call/costs/noise';
import { dayAt, startOfDay } from '@/lib/call/costs/periods/local-days';
import type { Comparison, CostsQuery } from '@/lib/call/query/costs-query';
import type { CallsQuery } from '@/lib/call/query/filters';
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

/** Sums only: a few buckets, because there is no answer without any. */
function totalsOf(filters: CallsQuery, compare: Comparison): CostsQuery {
  return {
    ...filters,
    interval: 'month',
    group_by: 'none',
    compare,
  };
}

/** Calls in which nobody was reached; null where the filters leave none of them. */
export function nobodyReachedQuery({ filters, compare }: CostsPage): CostsQuery | null {
  return filters.has_outcome === true
    ? null
    : totalsOf({ ...filters, has_outcome: false }, compare);
}

/** Calls with one of the outcomes that count as a success; null where none is left or chosen. */
export function successesQuery({ filters, compare, successes }: CostsPage): CostsQuery | null {
  const asked = successesWithin(filters, successes);
  return asked.length === 0 ? null : totalsOf({ ...filters, classifications: asked }, compare);
}

/** The successes that the page's own filter of outcomes leaves. */
export function successesWithin(
  { classifications }: CallsQuery,
  successes: readonly string[],
): string[] {
  return successes.filter((each) => classifications?.includes(each) ?? true);
}

/** The outcomes that there are, to choose from. */
export function outcomesQuery({ filters }: CostsPage): CostsQuery {
  return { ...filters, interval: 'month', group_by: 'classification', compare: 'none' };
}

export function groupsQuery({ filters, breakdown }: CostsPage): CostsQuery {
  return { ...filters, interval: 'month', group_by: breakdown, compare: 'none' };
}

/** Both periods, of calls with a cost only; null where there is nothing to compare. */
export function changeQuery({ filters, breakdown, compare }: CostsPage): CostsQuery | null {
  if (compare === 'none' || filters.has_cost === false) return null;
  return {
    ...filters,
    has_cost: true,
    interval: 'month',
    group_by: breakdown,
    compare,
  };
}

/** The groups of the period before. */
export function pastGroupsQuery(
  page: CostsPage,
  previous: { from: string | null; to: string | null } | null | undefined,
): CostsQuery | null {
  const query = changeQuery(page);
  if (!query || !previous?.from || !previous.to) return null;
  return { ...query, from: previous.from, to: previous.to, compare: 'none' };
}
