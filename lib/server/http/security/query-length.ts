import { LONGEST_QUESTION } from '@/lib/call/limits';
import { CallscopeError } from '@/lib/server/errors';

/**
 * `search` is a query as it stands in the address, encoded, with its question mark.
 * @throws {CallscopeError} `invalid_request`
 */
export function refuseLongQuery(search: string): void {
  if (search.length <= LONGEST_QUESTION) return;
  throw new CallscopeError(
    'invalid_request',
    `The query is longer than ${LONGEST_QUESTION / 1024} kB: choose fewer values.`,
  );
}
