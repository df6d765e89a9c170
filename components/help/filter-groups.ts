import type { ExcludeFilterKey, FilterKey } from '@/lib/call/query/filters';

/** Filters that belong together; those that exclude are told once for all. */
export const HELP_FILTERS: readonly {
  title: string;
  about: string;
  keys: readonly Exclude<FilterKey, ExcludeFilterKey>[];
}[] = [
  {
    title: 'Values',
    about:
      'Choose one or more: a call matches if it has any of them. Each can also be excluded (not_ before the name); then a call matches if it has none of them. (none) finds calls without any value.',
    keys: [
      'type',
      'statuses',
      'classifications',
      'ratings',
      'use_cases',
      'tags',
      'models',
      'campaigns',
      'agents',
      'languages',
      'providers',
    ],
  },
  {
    title: 'Time',
    about: 'Days and hours are those of the time zone that you chose.',
    keys: ['from', 'to', 'weekdays', 'hours'],
  },
  {
    title: 'Text',
    about: 'Case makes no difference in a search.',
    keys: ['search', 'transfer_contact_email'],
  },
  {
    title: 'Duration and cost',
    about: 'Both ends are included.',
    keys: ['min_duration', 'max_duration', 'min_cost', 'max_cost', 'has_cost', 'has_outcome'],
  },
  {
    title: 'Review',
    about: 'What people did with the call.',
    keys: [
      'has_notes',
      'flagged',
      'rated',
      'contested',
      'viewed_by',
      'not_viewed_by',
      'rated_by',
      'not_rated_by',
    ],
  },
  {
    title: 'Sample',
    about:
      'Drawn last, of the calls that match all other filters, by a hash of their ids: everybody gets the same calls, however they sort. In a range that has ended nothing changes; a call that arrives enters only by its own hash.',
    keys: ['sample', 'share'],
  },
  { title: 'Attempts', about: 'Calls that belong together.', keys: ['family'] },
];
