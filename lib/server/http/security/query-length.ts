import { CallscopeError } from '@/lib/server/errors';

const MAX_QUERY_BYTES = 4 * 1024;

/**
 * `search` is a query as it stands in the address, encoded, with its question mark.
 * @throws {CallscopeError} `invalid_request`
 */
export function refuseLongQuery(search: string): void {
  if (search.length <= MAX_QUERY_BYTES + 1) return;
  throw new CallscopeError(
    'invalid_request',
    `The query is longer than ${MAX_QUERY_BYTES / 1024} kB: choose fewer values.`,
  );
}
