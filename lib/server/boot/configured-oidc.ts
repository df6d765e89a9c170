import type { Oidc } from '@/lib/server/auth/oidc/oidc';
import { CallscopeError } from '@/lib/server/errors';
import { container } from './container';

/**
 * Sign-in with OpenID Connect of this process.
 * @throws {CallscopeError} `not_found` where people do not sign in that way
 */
export function configuredOidc(): Oidc {
  const { oidc } = container();
  if (!oidc) {
    throw new CallscopeError('not_found', 'Nobody signs in with an identity provider here.');
  }
  return oidc;
}
