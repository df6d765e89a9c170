import { choice, list, shortText, text, type Value, wholeNumber } from './codec';

/**
 * The filter vocabulary, declared once. The address, the sidebar, our API and the upstream request are all
 * derived from {@link parameterCodecs}: add an entry and the compiler names every other place to extend.
 * A codec reads the decoded text of a parameter and writes it back: `encode(decode(text))` is canonical.
 */

export const RELATIVE_RANGES = [
  '-24h',
  '-7d',
  '-30d',
  '-90d',
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
] as const;
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

export const CALL_TYPES = ['Inbound', 'Outbound'] as const;
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

export const MAX_LIMIT = 2000;
export const DEFAULT_LIMIT = 50;

const values = list({ values: 100, length: 200 });

const instant = text((value) =>
  isInstant(value)
    ? undefined
    : 'must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z',
);

const rangeStart = text((value) =>
  isRelativeRange(value) || isInstant(value)
    ? undefined
    : `must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z, or one of ${RELATIVE_RANGES.join(', ')}`,
);

const timeZone = text((value) =>
  isTimeZone(value) ? undefined : 'must be an IANA time zone, such as America/Chicago',
);

/** Whether text is an instant: a date and a time with their zone, and one that exists in the calendar. */
function isInstant(value: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(
    value,
  )?.[1];
  if (day === undefined || Number.isNaN(Date.parse(value))) return false;
  // The engine takes the 30th of February for a day in March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Whether the engine knows a zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

export function isRelativeRange(from: string | null | undefined): from is RelativeRange {
  return RELATIVE_RANGES.some((range) => range === from);
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
  from: rangeStart,
  to: instant,
  search: shortText(200),
  transfer_contact_email: shortText(320),
} as const;

/** How the matching calls are cut and read; no condition on them. */
const pagingCodecs = {
  sort: choice(['desc', 'asc']),
  timezone: timeZone,
  limit: wholeNumber(1, MAX_LIMIT),
  offset: wholeNumber(0, 999_999_999),
} as const;

export const parameterCodecs = { ...filterCodecs, ...pagingCodecs } as const;

type Values<T> = { -readonly [K in keyof T]?: Value<T[K]> };

export type FilterKey = keyof typeof filterCodecs;
export type ParameterKey = keyof typeof parameterCodecs;
export type Filters = Values<typeof filterCodecs>;
/** What `GET /api/calls` takes; absent parameters mean their defaults. */
export type CallsQuery = Values<typeof parameterCodecs>;
export type Sort = Value<typeof pagingCodecs.sort>;

export const FILTER_KEYS = keysOf(filterCodecs);
export const PARAMETER_KEYS = keysOf(parameterCodecs);

/** The filters that take several values. */
export const LIST_FILTER_KEYS = [
  'statuses',
  'tags',
  'models',
  'ratings',
  'use_cases',
  'campaigns',
] as const satisfies FilterKey[];
export type ListFilterKey = (typeof LIST_FILTER_KEYS)[number];

/** The keys of a literal object. `Object.keys` widens to string; here the object has exactly its declared keys. */
export function keysOf<T extends object>(object: T): Extract<keyof T, string>[] {
  return Object.keys(object) as Extract<keyof T, string>[];
}
