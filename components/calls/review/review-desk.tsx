'use client';

import { lazy } from 'react';
import type { CallDrawerProps } from '@/components/calls/drawer/call-drawer';
import { Lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';
import { focusNewNote } from './focus-note';
import { MessageHost } from './message-host';
import { useReviewKeys } from './use-review-keys';

const CallDrawer = lazy(() => import('@/components/calls/drawer/call-drawer'));

/** The open call; reviewing by key on the row that has the focus; and what reviewers are told. Load it lazily. */
export default function ReviewDesk({ drawer }: { drawer: CallDrawerProps | null }) {
  return (
    <>
      <MessageHost />
      {drawer === null ? (
        <RowKeys />
      ) : (
        <Lazily>
          <CallDrawer {...drawer} />
        </Lazily>
      )}
    </>
  );
}

/** Only while no call is open: an open one has the same keys, and a key is answered once. */
function RowKeys() {
  const { choose } = useAddress();
  useReviewKeys(focusedRow, (id) => {
    choose({ call: id, tab: 'notes' });
    focusNewNote();
  });
  return null;
}

function focusedRow(): string | null {
  return document.activeElement?.closest('tr[data-call]')?.getAttribute('data-call') ?? null;
}
