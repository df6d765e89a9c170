'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';

/** Parts of the address that were not understood. */
export function AddressNotice({
  problems,
}: {
  problems: readonly { field: string; message: string }[];
}) {
  const text = problems.map(({ field, message }) => `${field} ${message}`).join('; ');
  const [dismissed, setDismissed] = useState('');
  if (text === '' || text === dismissed) return null;
  return (
    <Notice tone="warn" onDismiss={() => setDismissed(text)}>
      Part of this link was not understood: <bdi>{text}</bdi>. The rest of it is shown.
    </Notice>
  );
}
