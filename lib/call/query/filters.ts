import { isCallId } from '@/lib/call/call-id';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import {
  amount,
  choice,
  fraction,
  list,
  numbers,
  shortText,
  text,
  type Value,
  wholeNumber,
  yesNo,
} from '@/lib/call/values/codec';
import { type ExtractedFilters, orExtracted } from './extracted';
import { instant, rangeStart } from './ranges';
import { saidTerms } from './said';
import { share } from './share';

/**
 * The filter vocabulary, declared once. The address, the sidebar, our API and the upstream request are all
 * derived from {@link parameterCodecs}: add an entry and the compiler names every other place to extend.
 * A codec reads the decoded text of a parameter and writes it back: `encode(decode(text))` is canonical.
 */

/** Stands for a type or a status that nobody knows. */
export const UNKNOWN_WORD = 'Unknown';

/** The last stands for calls that came without one. */
export const CALL_TYPES = ['Inbound', 'Outbound', UNKNOWN_WORD] as const;
export const RATINGS = ['✅', '👎', '🚨'] as const;

/** The documented statuses, in the order a call goes through them. Others exist and must be shown. */
export const STATUSES = [
  'Scheduled',
  'Queued',
  'Initiated',
  'Ringing',
  'In progress',
  'Transferred',
  'Completed',
  'AMD Terminated',
  'Busy',
  'No answer',
  'Canceled',
  'Failed',
] as const;

/** With these statuses nobody was reached. */
export const NOBODY_REACHED_STATUSES = [
  'No answer',
  'Busy',
  'Failed',
  'Canceled',
  'AMD Terminated',
] as const;
/** Nor was anybody in shorter calls, whatever their status. */
export const NOBODY_REACHED_SECONDS = 10;

/** In `viewed_by`, `rated_by` and their opposites: whoever it was. */
export const ANYONE = 'anyone';

export const SORT_KEYS = ['created', 'duration', 'total_cost', ...ASKED_MEASURES] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const MAX_LIMIT = 2000;
export const DEFAULT_LIMIT = 50;
const MAX_SAMPLE = 999_999_999;

const values = list({ values: 100, length: 1000 });
const person = shortText(320);
const times = wholeNumber(0, 999_999_999);
const spokenWords = text(
  (value) => {
    if (value.length > 200) return 'is longer than 200 characters';
    return saidTerms(value).length > 0 ? undefined : 'has no word in it';
  },
  { type: 'string', minLength: 1, maxLength: 200 },
);

const timeZone = text((value) =>
  isTimeZone(value) ? undefined : 'must be an IANA time zone, such as America/Chicago',
);

/** Whether the engine knows a zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Conditions on calls: each narrows the list. */
export const filterCodecs = {
  type: choice(CALL_TYPES),
  statuses: values,
  tags: values,
  models: values,
  ratings: values,
  use_cases: values,
  campaigns: values,
  agents: values,
  languages: values,
  providers: values,
  classifications: values,
  not_statuses: values,
  not_tags: values,
  not_models: values,
  not_ratings: values,
  not_use_cases: values,
  not_campaigns: values,
  not_agents: values,
  not_languages: values,
  not_providers: values,
  not_classifications: values,
  from: rangeStart,
  to: instant,
  search: shortText(200),
  transfer_contact_email: person,
  /** Words and phrases that were said, all of them: see `said.ts`. */
  said: spokenWords,
  min_duration: amount,
  max_duration: amount,
  min_cost: amount,
  max_cost: amount,
  /** How the conversation went: parts of 1, seconds and counts. A call whose measure is unknown never matches. */
  min_talk_share: fraction,
  max_talk_share: fraction,
  min_silence: amount,
  max_silence: amount,
  min_interruptions: times,
  max_interruptions: times,
  min_response_time: amount,
  max_response_time: amount,
  min_tool_errors: times,
  max_tool_errors: times,
  has_notes: yesNo,
  flagged: yesNo,
  rated: yesNo,
  /** Whether two people have given different ratings. */
  contested: yesNo,
  has_cost: yesNo,
  /** Whether somebody was reached: not {@link NOBODY_REACHED_STATUSES} and not shorter than ten seconds. */
  has_outcome: yesNo,
  /** An e-mail address, or {@link ANYONE}. */
  viewed_by: person,
  not_viewed_by: person,
  /** The same for whoever has rated the call. */
  rated_by: person,
  not_rated_by: person,
  family: text((id) => (isCallId(id) ? undefined : 'is not a call id')),
  /** Days of the week by the clocks of `timezone`: 1 is Monday, 7 Sunday. */
  weekdays: numbers(1, 7),
  /** Hours of the day by the clocks of `timezone`, 0 to 23. */
  hours: numbers(0, 23),
  /**
   * The last step of a question: so many of the calls that match all other filters, the same ones for everybody, spread
   * over use cases in proportion.
   */
  sample: wholeNumber(1, MAX_SAMPLE),
  /** One of several equal parts of the sample; without one, of all that match. */
  share,
} as const;

/** How the matching calls are cut and read; no condition on them. */
const pagingCodecs = {
  sort: choice(['desc', 'asc']),
  sort_by: orExtracted(SORT_KEYS),
  timezone: timeZone,
  limit: wholeNumber(1, MAX_LIMIT),
  offset: wholeNumber(0, 999_999_999),
  /** Whether each call of a list comes with how its conversation went. */
  measures: yesNo,
} as const;

export const parameterCodecs = { ...filterCodecs, ...pagingCodecs } as const;

type Values<T> = { -readonly [K in keyof T]?: Value<T[K]> };

export type FilterKey = keyof typeof filterCodecs;
export type ParameterKey = keyof typeof parameterCodecs;
export type Filters = Values<typeof filterCodecs> & ExtractedFilters;
/** What `GET /api/calls` takes; absent parameters mean their defaults. */
export type CallsQuery = Values<typeof parameterCodecs> & ExtractedFilters;
export type SortBy = Value<typeof pagingCodecs.sort_by>;
export type Sort = Value<typeof pagingCodecs.sort>;

export const FILTER_KEYS = keysOf(filterCodecs);
export const PARAMETER_KEYS = keysOf(parameterCodecs);

/** The filters that take several values: any of them, or with `not_` before the name none of them. */
export const LIST_FILTER_KEYS = [
  'statuses',
  'tags',
  'models',
  'ratings',
  'use_cases',
  'campaigns',
  'agents',
  'languages',
  'providers',
  'classifications',
] as const satisfies FilterKey[];
export type ListFilterKey = (typeof LIST_FILTER_KEYS)[number];
export type ExcludeFilterKey = `not_${ListFilterKey}`;

/** The filter that leaves out what another one lets through. */
export function excludeKey<K extends ListFilterKey>(key: K): `not_${K}` {
  return `not_${key}`;
}

/** What has a lower and an upper bound, `min_` and `max_` before its name. */
export const BOUNDED = ['duration', 'cost', ...ASKED_MEASURES] as const;
export type Bounded = (typeof BOUNDED)[number];

/** The filters that HappyRobot itself understands; all others are answered by the index. */
export const UPSTREAM_FILTER_KEYS = [
  'type',
  'statuses',
  'tags',
  'models',
  'ratings',
  'use_cases',
  'campaigns',
  'from',
  'to',
  'search',
  'transfer_contact_email',
] as const satisfies FilterKey[];

/** Whether only some of the matching calls are meant: then another filter means other calls, not fewer of these. */
export function isSampled(query: { sample?: number | null; share?: string | null }): boolean {
  return (query.sample ?? query.share ?? null) !== null;
}

/** The keys of a literal object. `Object.keys` widens to string; here the object has exactly its declared keys. */
export function keysOf<T extends object>(object: T): Extract<keyof T, string>[] {
  return Object.keys(object) as Extract<keyof T, string>[];
}
