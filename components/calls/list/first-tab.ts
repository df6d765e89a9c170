import type { Address, DrawerTab } from '@/lib/url/address';

/** The tab at which a call of this list opens: what was searched for in what was said is in its transcript. */
export function firstTab({ said }: Pick<Address, 'said'>): DrawerTab | null {
  return said === null ? null : 'transcript';
}
