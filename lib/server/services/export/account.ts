import type { CallRow } from '@/lib/call/call';

/** So many calls are asked for their organization: the index does not count by it. */
export const ACCOUNT_SAMPLE = 500;

/** Stands for a billing account that nobody names: FOCUS wants one for every charge. */
const NO_ACCOUNT = 'happyrobot';

/** The account of what names none: that of the key, else the one that most of the calls name, whatever their order. */
export function accountOf(
  organizationId: string | undefined,
  calls: readonly Pick<CallRow, 'organization_id'>[],
): string {
  if (organizationId) return organizationId;
  const counts = new Map<string, number>();
  for (const { organization_id } of calls)
    if (organization_id) counts.set(organization_id, (counts.get(organization_id) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? NO_ACCOUNT;
}
