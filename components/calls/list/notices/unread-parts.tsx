'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { addressProblems } from '@/lib/url/address-problems';

/** The parts of an address that were not understood, until they are put away. */
export default function UnreadParts({ params }: { params: Iterable<[string, string]> }) {
  const problems = addressProblems(params);
  const text = problems.map(({ field, message }) => `${field} ${message}`).join('; ');
  const [dismissed, setDismissed] = useState('');
  if (text === '' || text === dismissed) return null;
  return (
    <Notice tone="warn" onDismiss={() => setDismissed(text)}>
      Part of this link was not understood: <bdi>{text}</bdi>. The rest of it is shown.
    </Notice>
  );
}
