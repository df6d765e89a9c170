'use client';

import { useSyncExternalStore } from 'react';
import { Notice } from '@/components/ui/notice';
import { extractedParts } from '@/lib/call/query/extracted';
import { FILTER_KEYS } from '@/lib/call/query/filters';
import { extractedLabel } from '@/lib/format/key-label';
import {
  onRefusedChange,
  type RefusedChange,
  refusedChange,
  tellRefusedChange,
} from '@/lib/url/refused-change';
import { FILTER_LABELS } from './facets/facets';

/** A choice that no address could hold: it was not made, and everything is as it was. Load it lazily. */
export default function RefusedChoice() {
  const refused = useSyncExternalStore(onRefusedChange, refusedChange, () => null);
  if (!refused) return null;
  return (
    <Notice tone="warn" onDismiss={() => tellRefusedChange(null)}>
      Not changed: {wordsOf(refused)}. Remove other values first, or choose fewer at once.
    </Notice>
  );
}

function wordsOf({ key, problem }: RefusedChange): string {
  if (key === null) return `the filters together ${problem}`;
  return `the filter “${nameOf(key)}” ${problem}`;
}

function nameOf(key: string): string {
  const filter = FILTER_KEYS.find((known) => known === key);
  if (filter) return FILTER_LABELS[filter];
  const extracted = extractedParts(key);
  return extracted ? extractedLabel(extracted.key) : key;
}
