'use client';

import { useSearchParams } from 'next/navigation';
import { Lazily, lazily } from '@/components/ui/lazily';

const UnreadParts = lazily(() => import('./unread-parts'));

/** Tells of parts of the address that were not understood; what finds them comes after the page. */
export function AddressNotice() {
  const params = useSearchParams();
  if (params.size === 0) return null;
  return (
    <Lazily>
      <UnreadParts params={params} />
    </Lazily>
  );
}
