import { describe, expect, it } from 'vitest';
import { type Identity, may, type Permission, ROLES, type Role } from './roles';

const ALLOWED: Record<Permission, readonly Role[]> = {
  read: ['viewer', 'reviewer', 'manager'],
  phone_numbers: ['reviewer', 'manager'],
  review: ['reviewer', 'manager'],
  listen: ['reviewer', 'manager'],
  download_recordings: ['manager'],
  export: ['manager'],
  control_sync: ['manager'],
  share_views: ['manager'],
  set_budgets: ['manager'],
  name_campaigns: ['manager'],
  others_notes: ['manager'],
};

const account = { subject: 'eve@example.com', email: 'eve@example.com', name: 'Eve' };

describe('may', () => {
  it.each(
    Object.entries(ALLOWED).flatMap(([permission, roles]) =>
      ROLES.map((role) => [role, permission, roles.includes(role)] as const),
    ),
  )('%s, %s: %s', (role, permission, expected) => {
    expect(may({ role, account }, permission as Permission)).toBe(expected);
  });

  it('leaves what concerns others to people who have signed in', () => {
    const owner: Identity = { role: 'manager', account: null };
    expect(may(owner, 'export')).toBe(true);
    expect(may(owner, 'others_notes')).toBe(false);
    expect(may(owner, 'share_views')).toBe(false);
  });
});
