import { bucketEnds, callsHref, type Ends, groupHref } from '@/components/costs/view/drill-down';
import { type AskedMeasure, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import type { ConversationGroupBy } from '@/lib/call/query/routes/conversations-query';
import type { Address, AddressChange } from '@/lib/url/address';

/** From a mark to its calls: those that it counts, which are those of which the measure is known. */

/** The calls of one bucket of which a measure is known. */
export function measuredBucketHref(
  address: Address,
  range: Ends,
  bucket: { start: string; end: string },
  measure: AskedMeasure,
): string | null {
  const ends = bucketEnds(range, bucket);
  return callsHref(address, null, { ...ends, ...known(address, measure) });
}

/** The calls of one group of which a measure is known; all of them without a measure. */
export function measuredGroupHref(
  address: Address,
  range: Ends,
  group: { grouping: ConversationGroupBy; key: string | null; keys: readonly (string | null)[] },
  measure?: AskedMeasure,
): string | null {
  const { grouping, key, keys } = group;
  const more = measure ? known(address, measure) : {};
  return groupHref(address, range, grouping, key, keys, more);
}

/** The calls of one bar of a histogram; `to` is not in it, null is no end. */
export function barHref(
  address: Address,
  range: Ends,
  measure: AskedMeasure,
  { from, to }: { from: number; to: number | null },
): string | null {
  const steps = MEASURE_STEPS[measure];
  const least = Math.max(Math.round(from * steps), (address[`min_${measure}`] ?? 0) * steps);
  const end = to === null ? Number.POSITIVE_INFINITY : Math.round(to * steps) - 1;
  const most = Math.min(end, (address[`max_${measure}`] ?? Number.POSITIVE_INFINITY) * steps);
  return callsHref(address, range, {
    [`min_${measure}`]: least / steps,
    [`max_${measure}`]: most === Number.POSITIVE_INFINITY ? null : most / steps,
  });
}

/** A bound of zero leaves out what is not known, and nothing else. */
function known(address: Address, measure: AskedMeasure): AddressChange {
  return { [`min_${measure}`]: address[`min_${measure}`] ?? 0 };
}
