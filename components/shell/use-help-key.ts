'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useShortcuts } from './use-shortcuts';

/** `?` leads to the help; the page of calls has its list of keys under it, which leads on. */
export function useHelpKey() {
  const path = usePathname();
  const router = useRouter();
  useShortcuts(path === '/calls' ? {} : { '?': () => router.push('/help') });
}
