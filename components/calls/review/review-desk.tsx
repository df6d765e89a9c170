'use client';

import { useAddress } from '@/lib/url/use-address';
import { focusNewNote } from './focus-note';
import { MessageHost } from './message-host';
import { useReviewKeys } from './use-review-keys';

/** Reviewing by key on the row that has the focus, and what reviewers are told while no call is open. */
export default function ReviewDesk() {
  const { address, choose } = useAddress();
  useReviewKeys(
    // An open call has its own.
    () => (address.call === null ? focusedRow() : null),
    (id) => {
      choose({ call: id, tab: 'notes' });
      focusNewNote();
    },
  );
  return <MessageHost />;
}

function focusedRow(): string | null {
  return document.activeElement?.closest('tr[data-call]')?.getAttribute('data-call') ?? null;
}
