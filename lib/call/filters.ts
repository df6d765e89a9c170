import * as z from 'zod/mini';
import { listCodec } from './list-codec';

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

const values = listCodec({ items: 100, length: 200 });

const instant = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z',
});

const text = (max: number) =>
  z.string().check(
    z.refine((value) => value.trim() !== '', 'is empty'),
    z.maxLength(max, `is longer than ${max} characters`),
  );

const wholeNumber = (least: number, most: number) =>
  z.codec(
    z.string().check(z.regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)),
    z
      .number()
      .check(
        z.gte(least, `must be a whole number from ${least} to ${most}`),
        z.lte(most, `must be a whole number from ${least} to ${most}`),
      ),
    { decode: Number, encode: String },
  );

const timeZone = z
  .string()
  .check(z.refine(isTimeZone, 'must be an IANA time zone, such as America/Chicago'));

/** Whether the engine knows a zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

const choice = <const T extends readonly string[]>(options: T) =>
  z.enum(options, { error: `must be one of ${options.join(', ')}` });

/** Conditions on calls: each narrows the list. */
export const filterCodecs = {
  type: choice(CALL_TYPES),
  statuses: values,
  tags: values,
  models: values,
  ratings: values,
  use_cases: values,
  campaigns: values,
  from: z.union([z.enum(RELATIVE_RANGES), instant], {
    error: `must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z, or one of ${RELATIVE_RANGES.join(', ')}`,
  }),
  to: instant,
  search: text(200),
  transfer_contact_email: text(320),
} as const;

/** How the matching calls are cut and read; no condition on them. */
export const pagingCodecs = {
  sort: choice(['desc', 'asc']),
  timezone: timeZone,
  limit: wholeNumber(1, MAX_LIMIT),
  offset: wholeNumber(0, 999_999_999),
} as const;

export const parameterCodecs = { ...filterCodecs, ...pagingCodecs } as const;

type Values<T extends Record<string, z.ZodMiniType>> = {
  -readonly [K in keyof T]?: z.output<T[K]>;
};

export type FilterKey = keyof typeof filterCodecs;
export type ParameterKey = keyof typeof parameterCodecs;
export type Filters = Values<typeof filterCodecs>;
/** What `GET /api/calls` takes; absent parameters mean their defaults. */
export type CallsQuery = Values<typeof parameterCodecs>;
export type Sort = z.output<typeof pagingCodecs.sort>;

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

export function isRelativeRange(from: string | null | undefined): from is RelativeRange {
  return RELATIVE_RANGES.some((range) => range === from);
}

/** The keys of a literal object. `Object.keys` widens to string; here the object has exactly its declared keys. */
export function keysOf<T extends object>(object: T): Extract<keyof T, string>[] {
  return Object.keys(object) as Extract<keyof T, string>[];
}
