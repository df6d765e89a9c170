import {
  CALL_TYPES,
  type FilterKey,
  type ListFilterKey,
  RATINGS,
  STATUSES,
} from '@/lib/call/filters';

/** The name of each filter, the same in the sidebar, on the chips and in messages. */
export const FILTER_LABELS: Record<FilterKey, string> = {
  type: 'Type',
  statuses: 'Status',
  ratings: 'Rating',
  use_cases: 'Use case',
  tags: 'Tags',
  models: 'Model',
  campaigns: 'Campaign',
  from: 'Date range',
  to: 'Date range',
  search: 'Search',
  transfer_contact_email: 'Transfer contact',
};

const RATING_LABELS: Record<(typeof RATINGS)[number], string> = {
  '✅': '✅ Good',
  '👎': '👎 Bad',
  '🚨': '🚨 Urgent',
};

/** The label of a value where it is not the value itself. */
export function ratingLabel(emoji: string): string {
  return Object.entries(RATING_LABELS).find(([known]) => known === emoji)?.[1] ?? emoji;
}

/** Filters whose values are known beforehand. */
export const FIXED_VALUES: { statuses: readonly string[]; ratings: readonly string[] } = {
  statuses: STATUSES,
  ratings: RATINGS,
};

export const TYPE_VALUES = CALL_TYPES;

/** Filters whose values are whatever the account has: suggested from the calls seen so far. */
export const TOKEN_KEYS = [
  'use_cases',
  'tags',
  'models',
  'campaigns',
] as const satisfies ListFilterKey[];
export type TokenKey = (typeof TOKEN_KEYS)[number];
