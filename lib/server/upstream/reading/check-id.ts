import { isCallId } from '@/lib/call/call-id';
import { CallscopeError } from '@/lib/server/errors';

/**
 * What is no id cannot name anything, and in an address it could lead elsewhere.
 * @throws {CallscopeError} `not_found`
 */
export function checkId(id: string): void {
  if (isCallId(id)) return;
  throw new CallscopeError('not_found', 'There is no call with this id: it is not a call id.');
}
