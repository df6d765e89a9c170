import type { FacetKey } from '@/lib/call/answers/index-responses';
import {
  CALL_TYPES,
  type FilterKey,
  RATINGS,
  STATUSES,
  UNKNOWN_WORD,
} from '@/lib/call/query/filters';
import { NO_VALUE, shownTerm } from '@/lib/call/values/terms';

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
  not_tags: 'Not tag',
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
  has_notes: 'Has notes',
  flagged: 'Flagged',
  rated: 'Rated',
  has_cost: 'Has cost',
  has_outcome: 'Somebody reached',
  contested: 'Contested',
  viewed_by: 'Viewed by',
  not_viewed_by: 'Not viewed by',
  rated_by: 'Rated by',
  not_rated_by: 'Not rated by',
  family: 'Family of call',
  weekdays: 'Day of the week',
  hours: 'Hour of the day',
  sample: 'Sample',
  share: 'Share',
};

const RATING_LABELS: Record<(typeof RATINGS)[number], string> = {
  '✅': '✅ Good',
  '👎': '👎 Bad',
  '🚨': '🚨 Urgent',
};

/** A value of a facet in words, as far as it alone tells them: use cases and agents have names besides. */
export function valueLabel(key: FacetKey, value: string): string {
  if (value === NO_VALUE) return `No ${FILTER_LABELS[key].toLowerCase()}`;
  return key === 'ratings' ? ratingLabel(value) : shownTerm(value);
}

function ratingLabel(emoji: string): string {
  return Object.entries(RATING_LABELS).find(([known]) => known === emoji)?.[1] ?? shownTerm(emoji);
}

/** How most calls end comes first: six are listed unasked. */
const STATUSES_BY_USE = [
  ...(['Completed', 'Transferred', 'No answer', 'Failed', 'Busy', 'Canceled'] as const),
  ...STATUSES,
].filter((status, index, all) => all.indexOf(status) === index);

/** Values that are known beforehand, in the order in which they are listed while nothing is counted. */
export function fixedValues(key: FacetKey): readonly string[] {
  if (key === 'type') return CALL_TYPES.filter((type) => type !== UNKNOWN_WORD);
  if (key === 'statuses') return STATUSES_BY_USE;
  return key === 'ratings' ? RATINGS : [];
}

/** Only the known types can be asked for; every other facet takes any value. */
export function isAskable(key: FacetKey, value: string): boolean {
  return key !== 'type' || CALL_TYPES.some((known) => known === value);
}

/** The facets from top to bottom, as they are used most. */
export const FACET_ORDER = [
  'type',
  'statuses',
  'classifications',
  'use_cases',
  'tags',
  'ratings',
  'models',
  'campaigns',
  'agents',
  'languages',
  'providers',
] as const satisfies FacetKey[];

/** Rarely asked for, so that they are folded until they are opened or have a chosen value. */
export const FOLDED_FACETS: readonly FacetKey[] = ['campaigns', 'agents', 'languages', 'providers'];
