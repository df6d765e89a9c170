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
  agents: 'Agent',
  languages: 'Language',
  providers: 'Provider',
  classifications: 'Outcome',
  not_statuses: 'Not status',
  not_tags: 'Not tags',
  not_models: 'Not model',
  not_ratings: 'Not rating',
  not_use_cases: 'Not use case',
  not_campaigns: 'Not campaign',
  not_agents: 'Not agent',
  not_languages: 'Not language',
  not_providers: 'Not provider',
  not_classifications: 'Not outcome',
  from: 'Date range',
  to: 'Date range',
  search: 'Search',
  transfer_contact_email: 'Transfer contact',
  min_duration: 'Duration',
  max_duration: 'Duration',
  min_cost: 'Cost',
  max_cost: 'Cost',
  has_notes: 'Notes',
  flagged: 'Flagged',
  rated: 'Rated',
  has_cost: 'Cost known',
  has_outcome: 'Came to something',
  viewed_by: 'Viewed by',
  not_viewed_by: 'Not viewed by',
  family: 'Family of call',
  weekdays: 'Day of the week',
  hours: 'Hour of the day',
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
