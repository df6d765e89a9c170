'use client';

import { may, type Permission } from '@/lib/auth/roles';
import { usePage } from './page-context';

/** Whether who looks at the page may do it. It only decides what is shown: the server decides what is done. */
export function useMay(permission: Permission): boolean {
  const { who } = usePage();
  return who !== null && may(who, permission);
}
