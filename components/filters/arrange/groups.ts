import { facetStateOf } from '@/components/filters/facets/facet-state';
import { FACET_ORDER, FILTER_LABELS } from '@/components/filters/facets/facets';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import type { Address } from '@/lib/url/address';

/** The yes-or-no questions about the review of a call. */
export const REVIEW_FLAGS = [
  'has_notes',
  'flagged',
  'rated',
  'contested',
  'has_cost',
  'has_outcome',
] as const;

/** The groups of the sidebar, as they are used most. */
export const GROUPS = [
  ...FACET_ORDER.slice(0, FACET_ORDER.indexOf('models')),
  'review',
  'duration',
  'cost',
  'conversation',
  ...FACET_ORDER.slice(FACET_ORDER.indexOf('models')),
] as const;
export type GroupId = (typeof GROUPS)[number];

export function groupLabel(group: GroupId): string {
  if (group === 'review') return 'Review';
  if (group === 'conversation') return 'Conversation';
  if (group === 'duration' || group === 'cost') return FILTER_LABELS[`min_${group}`];
  return FILTER_LABELS[group];
}

/** How many conditions of a group an address has. */
export function inForceOf(address: Address, group: GroupId): number {
  if (group === 'review') {
    const { viewed_by, not_viewed_by, rated_by, not_rated_by } = address;
    const flags = REVIEW_FLAGS.map((flag) => address[flag]);
    return given([...flags, viewed_by, not_viewed_by, rated_by, not_rated_by]);
  }
  if (group === 'duration' || group === 'cost')
    return given([address[`min_${group}`], address[`max_${group}`]]);
  if (group === 'conversation')
    return given(ASKED_MEASURES.flatMap((key) => [address[`min_${key}`], address[`max_${key}`]]));
  const { chosen, excluded } = facetStateOf(address, group);
  return chosen.length + excluded.length;
}

function given(values: readonly unknown[]): number {
  return values.filter((value) => value !== null).length;
}

export type Arrangement = { pinned: readonly string[]; hidden: readonly string[] };

/** All groups, the pinned ones first in the order in which they were pinned. */
export function arrangedGroups({ pinned }: Pick<Arrangement, 'pinned'>): GroupId[] {
  const first = pinned.flatMap((id) => GROUPS.find((known) => known === id) ?? []);
  return [...new Set([...first, ...GROUPS])];
}

/** The groups to draw: a hidden one comes back while it filters, so that no condition is out of sight. */
export function shownGroups(address: Address, arrangement: Arrangement): GroupId[] {
  return arrangedGroups(arrangement).filter(
    (group) => !arrangement.hidden.includes(group) || inForceOf(address, group) > 0,
  );
}

/** A list with a name in it or without it. */
export function flipped(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}
