import { type Identity, leastRoleFor, may, type Permission } from '@/lib/auth/roles';
import { CallscopeError } from '../errors';

/**
 * Lets through who may do it.
 * @throws {CallscopeError} `signed_out` when nobody is signed in; `not_allowed` when the role does not reach
 */
export function authorise(who: Identity | undefined, permission: Permission): Identity {
  if (!who) {
    throw new CallscopeError('signed_out', 'Sign in, then this goes on where it was.');
  }
  if (may(who, permission)) return who;
  throw new CallscopeError('not_allowed', `This takes the role “${leastRoleFor(permission)}”.`);
}
