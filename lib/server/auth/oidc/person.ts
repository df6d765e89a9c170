import type { Account, Role } from '@/lib/auth/roles';
import { isEmail } from '@/lib/call/values/email';
import { beginning } from '@/lib/call/values/shorten';
import { Refusal } from './refusal';
import { roleOf } from './role-map';
import type { OidcSettings } from './settings';

/** What an ID token that has been verified says. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 200;

/**
 * Who that is and what they may.
 * @throws {Refusal} `email_unverified`, `domain_not_allowed` or `role_missing`
 */
export function personOf(
  claims: Claims,
  { allowedDomains, roleClaim, roleMap }: OidcSettings,
): { account: Account; role: Role } {
  const email = emailOf(claims);
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!allowedDomains.some((allowed) => allowed.toLowerCase() === domain)) {
    throw new Refusal('domain_not_allowed', 'the domain of the e-mail address is not allowed');
  }
  const role = roleOf(claims, roleClaim, roleMap);
  if (!role) throw new Refusal('role_missing', 'no value of the role claim is in the role map');
  const subject = `${claims.iss}|${claims.sub}`;
  return { account: { subject, email, name: nameOf(claims) ?? email }, role };
}

/** Who could choose the address freely could be anybody: only `true` itself counts as verified. */
function emailOf({ email, email_verified: verified }: Claims): string {
  if (typeof email !== 'string' || email.length > LONGEST_EMAIL || !isEmail(email)) {
    throw new Refusal('email_unverified', 'there is no e-mail address in the claims');
  }
  if (verified !== true)
    throw new Refusal('email_unverified', 'the e-mail address is not verified');
  return email.toLowerCase();
}

function nameOf({ name }: Claims): string | undefined {
  if (typeof name !== 'string') return undefined;
  return beginning(name.replace(/\p{C}/gu, '').trim(), LONGEST_NAME) || undefined;
}
