import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import type { CallsQuery, ListFilterKey } from '@/lib/call/query/filters';
import { ALL_TIME, isRelativeRange, type RelativeRange } from '@/lib/call/query/ranges';
import type { Measure } from '@/lib/call/query/routes/breakdown-query';
import {
  type Comparison,
  type Grouping,
  INTERVALS,
  type Interval,
} from '@/lib/call/query/routes/costs-query';
import { NO_VALUE, shownTerm } from '@/lib/call/values/terms';
import { extractedLabel } from '@/lib/format/key-label';
import { type Address, callsQueryOf } from '@/lib/url/address';

/** What costs are broken down by on the page, its name, that of several, and the filter that takes a group's key. */
export const BREAKDOWNS = {
  use_case: { label: 'use case', many: 'Use cases', filter: 'use_cases' },
  model: { label: 'model', many: 'Models', filter: 'models' },
  campaign: { label: 'campaign', many: 'Campaigns', filter: 'campaigns' },
  agent: { label: 'agent', many: 'Agents', filter: 'agents' },
  classification: { label: 'outcome', many: 'Outcomes', filter: 'classifications' },
  status: { label: 'status', many: 'Statuses', filter: 'statuses' },
  type: { label: 'type', many: 'Types', filter: 'type' },
  language: { label: 'language', many: 'Languages', filter: 'languages' },
  tag: { label: 'tag', many: 'Tags', filter: 'tags' },
} as const satisfies Record<
  Exclude<Grouping, 'none'>,
  { label: string; many: string; filter: ListFilterKey | 'type' }
>;
type DeclaredBreakdown = keyof typeof BREAKDOWNS;
export type Breakdown = DeclaredBreakdown | ExtractedName;

/** The words for what costs are broken down by, and the filter that takes a group's key. */
export function breakdownOf(breakdown: Breakdown): {
  label: string;
  many: string;
  filter: ListFilterKey | 'type' | ExtractedName;
} {
  if (!isExtractedName(breakdown)) return BREAKDOWNS[breakdown];
  const name = extractedLabel(breakdown.slice(2));
  return { label: uncapitalized(name), many: name, filter: breakdown };
}

/** Within a sentence; an abbreviation stays as it is. */
function uncapitalized(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** As a heading or a choice says it: `Use case`. */
export function breakdownName(breakdown: Breakdown): string {
  const { label } = breakdownOf(breakdown);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

export const INTERVAL_LABELS: Record<Interval, string> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
};

export const COMPARISON_LABELS: Record<Comparison, string> = {
  previous: 'The period before',
  year: 'A year earlier',
  none: 'Nothing',
};

/** What the period before is called in headings and legends. */
export function beforeName({ compare }: { compare: Comparison | null }): string {
  return compare === 'year' ? 'A year earlier' : 'Period before';
}

/** How the costs are looked at: the address, with what it leaves open filled in. */
export type CostsView = {
  interval: Interval;
  breakdown: Breakdown;
  /** What the person wants to compare with; none where the range has no beginning. */
  compare: Comparison;
  successes: readonly SuccessDefinition[];
  measure: Measure;
};

export function costsView(address: Address): CostsView {
  const { group_by } = address;
  return {
    interval: address.interval ?? usualInterval(address),
    breakdown: group_by === null || group_by === 'none' ? 'use_case' : group_by,
    compare: isComparable(address) ? comparisonOf(address) : 'none',
    successes: address.successes ?? [],
    measure: shownMeasure(address),
  };
}

/** The page compares with the period before unless it is told otherwise. */
function comparisonOf({ compare }: Address): Comparison {
  return compare === 'none' || compare === 'year' ? compare : 'previous';
}

/** A measure of a success that is not defined has nothing to show. */
function shownMeasure({ measure, successes }: Address): Measure {
  const place = definitionOf(measure ?? 'cost');
  return place === null || successes?.[place] ? (measure ?? 'cost') : 'cost';
}

/** Which definition of a success a measure is about, by its place from 0; null for the other measures. */
export function definitionOf(measure: Measure): number | null {
  const [, place] = /^cost_per_success_(\d)$/.exec(measure) ?? [];
  return place === undefined ? null : Number(place) - 1;
}

/** Whether there is a period before: what has no beginning has none. A range without an end lasts until now. */
export function isComparable({ from }: Pick<Address, 'from'>): boolean {
  return from !== null && from !== ALL_TIME;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** At most about a hundred bars; what has no beginning is looked at by week. */
export function usualInterval(
  { from, to }: Pick<Address, 'from' | 'to'>,
  now = Date.now(),
): Interval {
  if (from === null) return 'week';
  if (isRelativeRange(from)) return RELATIVE_INTERVALS[from];
  const length = (to === null ? now : Date.parse(to)) - Date.parse(from);
  const limits: Record<Interval, number> = {
    hour: 2 * DAY,
    day: 93 * DAY,
    week: 731 * DAY,
    month: Number.POSITIVE_INFINITY,
  };
  return INTERVALS.find((interval) => length <= limits[interval]) ?? 'month';
}

const LENGTHS: Record<Interval, number> = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY };

/** The shortest interval that cuts a range into at most so many bars; by month where it has no ends. */
export function nearestInterval(
  { from, to }: { from: string | null; to: string | null },
  most: number,
): Interval {
  if (from === null || to === null) return 'month';
  const length = Date.parse(to) - Date.parse(from);
  return INTERVALS.find((interval) => length / LENGTHS[interval] <= most) ?? 'month';
}

const RELATIVE_INTERVALS: Record<RelativeRange, Interval> = {
  '-24h': 'hour',
  '-7d': 'day',
  '-28d': 'day',
  '-30d': 'day',
  '-90d': 'day',
  today: 'hour',
  yesterday: 'hour',
  'this-week': 'day',
  'last-week': 'day',
  'this-month': 'day',
  'last-month': 'day',
  'this-quarter': 'day',
  'last-quarter': 'day',
  'this-year': 'week',
  'last-12-months': 'month',
  all: 'week',
};

/** The conditions of an address, with the zone whose clocks cut days and hours. */
export function costsFilters(
  address: Address,
  localZone: string,
): CallsQuery & { timezone: string } {
  const { sort, sort_by, limit, offset, measures, ...filters } = callsQueryOf(address, localZone);
  return { ...filters, timezone: address.timezone ?? localZone };
}

/** A group's name as a person reads it. */
export function groupLabel({ key, label }: { key: string | null; label: string }): string {
  if (key === NO_VALUE && label === NO_VALUE) return 'None';
  return key === label ? shownTerm(label) : label;
}
