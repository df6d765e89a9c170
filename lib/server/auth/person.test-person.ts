import type { Identity, Role } from '@/lib/auth/roles';

/** Somebody of a role who has signed in. */
export function person(role: Role): Identity {
  const email = `${role}@example.com`;
  return { role, account: { subject: email, email, name: role } };
}

/** Whoever asks where nobody signs in. */
export const OWNER: Identity = { role: 'manager', account: null };
