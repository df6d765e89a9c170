'use client';

import type { CallDrawerProps } from '@/components/calls/drawer/call-drawer';
import { focusNewNote } from '@/components/calls/drawer/notes/focus-note';
import { MessageHost } from '@/components/shell/messages/message-host';
import { Lazily, lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';
import { useReviewKeys } from './use-review-keys';

const CallDrawer = lazily(() => import('@/components/calls/drawer/call-drawer'));

/**
 * The open call; reviewing it by key, or the row that has the focus; and what reviewers are told. Load it lazily. The
 * keys are here and not in the drawer, so that they also work while its code is on its way.
 */
export default function ReviewPanel({ drawer }: { drawer: CallDrawerProps | null }) {
  const { address, choose } = useAddress();
  useReviewKeys(
    () => drawer?.id ?? focusedRow(),
    (id) => {
      if (address.call !== id || address.tab !== 'notes') choose({ call: id, tab: 'notes' });
      focusNewNote();
    },
  );
  return (
    <>
      <MessageHost />
      {drawer && (
        <Lazily>
          <CallDrawer {...drawer} />
        </Lazily>
      )}
    </>
  );
}

function focusedRow(): string | null {
  return document.activeElement?.closest('tr[data-call]')?.getAttribute('data-call') ?? null;
}
