import * as z from 'zod';
import type { StoredCall } from '@/lib/demo/store';

/** Which parameter of the list skips calls; `none` serves the first page whatever is asked. */
export type PagingParam = 'skip' | 'offset' | 'none';

const LARGEST_PAGE = 2000;
const DEFAULT_PAGE = 100;

const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number`)
    .transform(Number);

const list = z
  .string()
  .transform((text) => new Set(text.split(',').filter((value) => value !== '')));

const instant = (name: string) =>
  z.iso.datetime({ offset: true, error: `${name} must be an ISO 8601 date` }).transform(Date.parse);

const listQuerySchema = z.object({
  type: z.enum(['Inbound', 'Outbound'], { error: 'type must be Inbound or Outbound' }).optional(),
  limit: wholeNumber('limit')
    .refine((limit) => limit > 0, 'limit must be at least 1')
    .transform((limit) => Math.min(limit, LARGEST_PAGE))
    .default(DEFAULT_PAGE),
  offset: wholeNumber('the number of calls to skip').default(0),
  statuses: list.optional(),
  tags: list.optional(),
  models: list.optional(),
  ratings: list.optional(),
  use_cases: list.optional(),
  campaigns: list.optional(),
  from: instant('from').optional(),
  to: instant('to').optional(),
  sort: z.enum(['asc', 'desc'], { error: 'sort must be asc or desc' }).default('desc'),
  search: z.string().toLowerCase().optional(),
  transfer_contact_email: z.string().toLowerCase().optional(),
});

type ListQuery = z.output<typeof listQuerySchema>;

/** Reads the parameters of `GET /calls`; parameters it does not know are ignored, as the API is said to do. */
export function parseListQuery(
  params: URLSearchParams,
  pagingParam: PagingParam,
): { query: ListQuery } | { message: string } {
  const { offset: _, ...given } = Object.fromEntries(params);
  const skipped = pagingParam === 'none' ? null : params.get(pagingParam);
  const outcome = listQuerySchema.safeParse(
    skipped === null ? given : { ...given, offset: skipped },
  );
  if (outcome.success) return { query: outcome.data };
  return { message: outcome.error.issues[0]?.message ?? 'invalid request' };
}

/** One page of the calls that match, and how many match; `calls` come newest first. */
export function findCalls(
  calls: readonly StoredCall[],
  query: ListQuery,
): { page: StoredCall[]; count: number } {
  const conditions = conditionsOf(query);
  const matching =
    conditions.length === 0
      ? calls
      : calls.filter((call) => conditions.every((condition) => condition(call)));
  const { offset, limit } = query;
  const count = matching.length;
  if (query.sort === 'desc') return { page: matching.slice(offset, offset + limit), count };
  const end = Math.max(0, count - offset);
  return { page: matching.slice(Math.max(0, end - limit), end).reverse(), count };
}

type Condition = (call: StoredCall) => boolean;

/** The vendor does not say how filters combine; we read: any of the values of one parameter, all parameters together. */
function conditionsOf(query: ListQuery): Condition[] {
  const { type, from, to, search, transfer_contact_email: email } = query;
  const conditions: (Condition | undefined | false)[] = [
    type !== undefined && ((call) => call.type === type),
    anyOf(query.statuses, (call) => [call.status]),
    anyOf(query.tags, (call) => call.tags),
    anyOf(query.models, (call) => [call.model]),
    anyOf(query.ratings, (call) => call.ratings),
    anyOf(query.use_cases, (call) => [call.useCase]),
    anyOf(query.campaigns, (call) => [call.campaign]),
    from !== undefined && ((call) => call.created >= from),
    to !== undefined && ((call) => call.created <= to),
    !!search && ((call) => call.searchText().includes(search)),
    !!email && ((call) => call.transferEmail === email),
  ];
  return conditions.filter((condition) => !!condition);
}

function anyOf(
  wanted: ReadonlySet<unknown> | undefined,
  valuesOf: (call: StoredCall) => readonly unknown[],
): Condition | undefined {
  if (wanted === undefined || wanted.size === 0) return undefined;
  return (call) => valuesOf(call).some((value) => wanted.has(value));
}
