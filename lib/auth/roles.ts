/** What a person is to Callscope, least first: each may all that those before it may. */
export const ROLES = ['viewer', 'reviewer', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** What can be asked of Callscope; everything that is asked needs one of them. */
export type Permission =
  | 'read'
  | 'phone_numbers'
  | 'review'
  | 'listen'
  | 'download_recordings'
  | 'export'
  | 'control_sync'
  | 'share_views'
  | 'set_budgets'
  | 'name_campaigns'
  | 'others_notes';

/** Somebody who has signed in. */
export type Account = {
  /** Never changes for the same person: the address of an account with a password; issuer and subject of another. */
  subject: string;
  /** In lower case. */
  email: string;
  /** As the identity provider knows the person; the address where nobody told a name. */
  name: string;
};

/** Who asks. Without sign-in there is no account, and whoever reaches the machine counts as its owner. */
export type Identity = { role: Role; account: Account | null };

const LEAST_ROLE: Record<Permission, Role> = {
  read: 'viewer',
  phone_numbers: 'reviewer',
  review: 'reviewer',
  listen: 'reviewer',
  download_recordings: 'manager',
  export: 'manager',
  control_sync: 'manager',
  share_views: 'manager',
  set_budgets: 'manager',
  name_campaigns: 'manager',
  others_notes: 'manager',
};

/** These concern other people, so that it must be certain who does them. */
const NEEDS_ACCOUNT: ReadonlySet<Permission> = new Set(['share_views', 'others_notes']);

export function may({ role, account }: Identity, permission: Permission): boolean {
  if (account === null && NEEDS_ACCOUNT.has(permission)) return false;
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}

/** The least role that may do it, for telling who to ask. */
export function leastRoleFor(permission: Permission): Role {
  return LEAST_ROLE[permission];
}
