import { DEFAULT_LIMIT, keysOf, MAX_LIMIT } from '@/lib/call/query/filters';
import { isRelativeRange } from '@/lib/call/query/ranges';
import { CallscopeError } from '@/lib/server/errors';
import type { UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import type { SkipParameter } from './paging';

/** Our vocabulary in HappyRobot's words. The name of the offset is uncertain, so paging chooses it at each request. */
const UPSTREAM_PARAMETERS = {
  type: 'type',
  statuses: 'statuses',
  tags: 'tags',
  models: 'models',
  ratings: 'ratings',
  use_cases: 'use_cases',
  campaigns: 'campaigns',
  from: 'from',
  to: 'to',
  search: 'search',
  transfer_contact_email: 'transfer_contact_email',
  sort: 'sort',
  limit: 'limit',
  offset: null,
} as const satisfies Record<keyof UpstreamQuery, string | null>;

/**
 * The parameters of `GET /calls` for a query. `sort` and `limit` (at most 2000) are always there; the offset,
 * under the name `skip`, only when it is not 0.
 * @throws {CallscopeError} `invalid_request` when a list value contains a comma, which HappyRobot cannot be asked for.
 */
export function upstreamParameters(query: UpstreamQuery, skip: SkipParameter): URLSearchParams {
  const asked = {
    ...query,
    sort: query.sort ?? 'desc',
    limit: effectiveLimit(query),
  };
  if (isRelativeRange(asked.from)) throw new Error('A relative range was not resolved');
  const parameters = new URLSearchParams();
  for (const key of keysOf(UPSTREAM_PARAMETERS)) {
    const text = encode(key, asked[key]);
    if (text !== undefined) parameters.set(UPSTREAM_PARAMETERS[key] ?? skip, text);
  }
  return parameters;
}

/** The page size that is asked for. */
export function effectiveLimit({ limit }: UpstreamQuery): number {
  return Math.min(limit ?? DEFAULT_LIMIT, MAX_LIMIT);
}

function encode(
  field: keyof UpstreamQuery,
  value: UpstreamQuery[keyof UpstreamQuery],
): string | undefined {
  if (field === 'offset' && value === 0) return undefined;
  if (!Array.isArray(value)) return value === undefined ? undefined : String(value);
  const inexpressible = value.find((item) => item.includes(','));
  if (inexpressible !== undefined) throw commaError(field, inexpressible);
  return value.length === 0 ? undefined : value.join(',');
}

function commaError(field: string, value: string): CallscopeError {
  const message = `has the value "${value}", whose comma HappyRobot cannot be asked for`;
  return new CallscopeError('invalid_request', `The filter ${field} ${message}.`, {
    errors: [{ field, message }],
  });
}
