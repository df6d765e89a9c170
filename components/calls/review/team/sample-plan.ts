import type { FilterKey } from '@/lib/call/query/filters';
import { type Codec, wholeNumber } from '@/lib/call/values/codec';
import {
  type Address,
  addressQuery,
  changedAddress,
  loadAddress,
  sharedAddress,
} from '@/lib/url/address';
import { frozenAddress } from '@/lib/url/frozen';

/** Who gets which calls: so many each, other ones for each of them or the same for all. */
export type SamplePlan = { people: number; each: number; same: boolean };

const MAX_PEOPLE = 20;
export const people: Codec<number> = wholeNumber(1, MAX_PEOPLE);
export const callsEach: Codec<number> = wholeNumber(1, 10_000);

/** The filters of a page that mean the same calls tomorrow and for others, before any sample of them. */
export function sampledView(address: Address, zone: string, now: Date): Address {
  const frozen = changedAddress(address, frozenAddress(address, zone, now));
  const { columns: _columns, ...filters } = sharedAddress(frozen);
  return changedAddress(loadAddress({}), { ...filters, sample: null, share: null });
}

/** What is drawn for all people together. */
export function sampleSize({ people, each, same }: SamplePlan): number {
  return same ? each : people * each;
}

/** A link for each person, with how many calls it leads to of so many in the whole sample. */
export function sampleLinks(view: Address, plan: SamplePlan, drawn: number) {
  const parts = plan.same ? 1 : plan.people;
  return Array.from({ length: plan.people }, (_, at) => ({
    path: `/calls${addressQuery({
      ...view,
      sample: sampleSize(plan),
      share: parts === 1 ? null : `${at + 1}/${parts}`,
    })}`,
    // Dealt like cards: the first ones get one more where it does not come out even.
    calls: parts === 1 ? drawn : Math.floor((drawn + parts - 1 - at) / parts),
  }));
}

/** Filters on what reviewers do: while they work other calls match, and so other calls are drawn. */
const MOVED_BY_REVIEW = [
  'ratings',
  'not_ratings',
  'has_notes',
  'flagged',
  'rated',
  'contested',
  'viewed_by',
  'not_viewed_by',
  'rated_by',
  'not_rated_by',
] as const satisfies FilterKey[];

export function movedByReview(address: Address): FilterKey[] {
  return MOVED_BY_REVIEW.filter((key) => address[key] !== null);
}
