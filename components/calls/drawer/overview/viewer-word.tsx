'use client';

import { usePage } from '@/components/shell/context/page-context';
import { useMay } from '@/components/shell/context/use-may';
import type { ViewerText } from '@/lib/auth/viewer-text';

const WORDS: Record<ViewerText, string> = {
  hidden:
    'For your role numbers are hidden: phone numbers, and in texts every longer number and every word for a number.',
  recognised:
    'For your role phone numbers are hidden. In texts that is what could be recognised as one; a number in unusual words may be left.',
};

/** Tells who may not see numbers what is hidden from them. */
export function ViewerWord() {
  const mayRead = useMay('read');
  const seesNumbers = useMay('phone_numbers');
  const { viewerText } = usePage();
  if (!mayRead || seesNumbers) return null;
  return <p className="border-b border-line px-4 py-2 text-xs text-muted">{WORDS[viewerText]}</p>;
}
