import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import {
  excludeKey,
  isSampled,
  type LIST_FILTER_KEYS,
  parameterCodecs,
} from '@/lib/call/query/filters';
import { isMasked } from '@/lib/call/values/masked-number';
import {
  type Address,
  type AddressChange,
  addressQuery,
  problemOfValue,
  sharedAddress,
} from '@/lib/url/address';
import { type Breakdown, breakdownOf } from './view';

/**
 * From a number to its calls. Every link repeats the filters of the page, narrowed to what the number counts, and
 * names the instants that were counted, so that a range like "last 30 days" does not move on until it is followed.
 */

/** The instants that an answer counted, both ends inclusive. */
export type Ends = { from: string | null; to: string | null };

/**
 * The calls that match the page's filters in a range, and `more`. Null where the page shows a sample and `more` has
 * another filter: from what that leaves another sample would be drawn, with another count.
 */
export function callsHref(
  address: Address,
  range: Ends | null,
  more: AddressChange = {},
): string | null {
  if (isSampled(address) && filterKeysOf(more).some((key) => more[key] !== undefined)) return null;
  return `/calls${addressQuery({ ...sharedAddress(address), ...pinned(address, range), ...more })}`;
}

/** A range without a beginning keeps none; one without an end lasted until the answer. */
function pinned({ from, to }: Address, range: Ends | null): AddressChange {
  if (range === null || (from === null && to === null)) return {};
  return { from: from === null ? null : range.from, to: range.to };
}

/** The calls of this month, or some of them: it is never told from a sample. */
export function monthHref(address: Address, { from, to }: Ends, more: AddressChange = {}) {
  return callsHref({ ...address, sample: null, share: null }, null, { ...more, from, to });
}

/** The calls of one bucket: what of it lies in the range. */
export function bucketHref(
  address: Address,
  range: Ends,
  bucket: { start: string; end: string },
): string | null {
  return callsHref(address, null, bucketEnds(range, bucket));
}

/** The instants of a bucket that lie in the range. */
export function bucketEnds(range: Ends, bucket: { start: string; end: string }) {
  const from = Math.max(instant(bucket.start), range.from ? instant(range.from) : -Infinity);
  const last = instant(bucket.end) - 1;
  const to = Math.min(last, range.to ? instant(range.to) : Infinity);
  return { from: iso(from), to: iso(to) };
}

function instant(text: string): number {
  return Date.parse(text);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/**
 * The calls of one group, narrowed by `more`; null where no filter says it: a tag beside other tags that are asked for,
 * what is left over of groups that overlap, or what is masked from who looks at it.
 */
export function groupHref(
  address: Address,
  range: Ends,
  breakdown: Breakdown,
  key: string | null,
  keys: readonly (string | null)[],
  more: AddressChange = {},
): string | null {
  const { filter } = breakdownOf(breakdown);
  const asks = key === null ? keys : [key];
  if (asks.some((each) => each !== null && isMasked(each))) return null;
  if (filter === 'type') {
    const type = key === null ? undefined : decoded(parameterCodecs.type.decode(key));
    return type === undefined ? null : callsHref(address, range, { ...more, type });
  }
  const asked = valuesIn(more[filter]);
  const chosen = valuesIn(address[filter]);
  const overlaps = filter === 'tags' || isExtractedName(filter);
  if (key !== null) {
    const beside = overlaps && chosen !== null && !chosen.includes(key);
    if (beside || (asked && !asked.includes(key))) return null;
    return listHref(address, range, filter, [key], more);
  }
  if (filter === 'tags' || isExtractedName(filter)) return null;
  const named = keys.filter((each) => each !== null);
  const excluded = excludeKey(filter);
  const left = [...new Set([...(address[excluded] ?? []), ...named])];
  return listHref(address, range, excluded, left, more);
}

function valuesIn(value: Address[ListKey | ExtractedName] | undefined): string[] | null {
  return Array.isArray(value) ? value : null;
}

type ListKey = (typeof LIST_FILTER_KEYS)[number];

/** Values that the address cannot hold (too many, too long) make no link. */
function listHref(
  address: Address,
  range: Ends,
  filter: ListKey | `not_${ListKey}` | ExtractedName,
  values: string[],
  more: AddressChange,
) {
  const fits = problemOfValue(filter, values) === undefined;
  return fits ? callsHref(address, range, { ...more, [filter]: values }) : null;
}

function decoded<T>(outcome: { value: T } | { problem: string }): T | undefined {
  return 'value' in outcome ? outcome.value : undefined;
}

/** The calls of an hour of a day of the week, by the clocks of `zone`. */
export function cellHref(
  address: Address,
  range: Ends,
  { weekday, hour }: { weekday: number; hour: number },
  zone: string,
): string | null {
  return callsHref(address, range, { weekdays: [weekday], hours: [hour], timezone: zone });
}

/**
 * The calls of one bar of a histogram of costs, or of those apart from it; null where no filter says it: costs below
 * zero. Calls for free are in no bar.
 */
export function barHref(
  address: Address,
  range: Ends,
  { kind, from, to }: { kind: string; from: number | null; to: number | null },
): string | null {
  const { min_cost, max_cost } = address;
  if (from === null) return null;
  if (kind === 'free') return callsHref(address, range, { min_cost: 0, max_cost: 0 });
  const least = Math.max(1, ceilMicros(from), toMillionths(min_cost ?? 0));
  const end = to === null ? Number.POSITIVE_INFINITY : ceilMicros(to) - 1;
  const most = Math.min(end, toMillionths(max_cost ?? Number.POSITIVE_INFINITY));
  return callsHref(address, range, {
    min_cost: least / MILLION,
    max_cost: most === Number.POSITIVE_INFINITY ? null : most / MILLION,
  });
}

const MILLION = 1_000_000;

function toMillionths(amount: number): number {
  return Math.round(amount * MILLION);
}

/** Costs are whole micro-units: the first one that is not below an edge. */
function ceilMicros(amount: number): number {
  const exact = amount * MILLION;
  const near = Math.round(exact);
  return Math.abs(exact - near) < 1e-3 ? near : Math.ceil(exact);
}

/** One call, opened over the list in which the most expensive comes first. */
export function callHref(address: Address, range: Ends, id: string): string | null {
  return callsHref(address, range, { sort_by: 'total_cost', call: id });
}
