import { createHash } from 'node:crypto';
import type { Role } from '@/lib/auth/roles';
import { isLoopback } from '../../loopback';

/** How people sign in with OpenID Connect. */
export type OidcSettings = {
  /** As the provider spells it in its discovery document; see {@link isSafeAddress}. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whole domains of e-mail addresses. None lets nobody in: an issuer can be open to the whole world. */
  allowedDomains: readonly string[];
  /** The name of the claim in the ID token, or a path with dots to it: `realm_access.roles`. */
  roleClaim: string;
  roleMap: Readonly<Record<string, Role>>;
  /** The origin under which browsers know Callscope; see {@link isSafeAddress}. */
  publicUrl: string;
};

/** Another one when the settings decide otherwise who is let in, or as what. */
export function stampOfSettings(settings: OidcSettings): string {
  const { issuer, clientId, allowedDomains, roleClaim, roleMap } = settings;
  const deciding = JSON.stringify([issuer, clientId, allowedDomains, roleClaim, roleMap]);
  return createHash('sha256').update(deciding).digest('base64url').slice(0, 22);
}

/** Whether secrets may travel to and from the address: https, or http where they do not leave the machine. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text) || /[\s?#]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
