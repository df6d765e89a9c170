'use client';

import type { CallDrawerProps } from '@/components/calls/drawer/call-drawer';
import { focusNewNote } from '@/components/calls/drawer/notes/focus-note';
import { MessageHost } from '@/components/shell/messages/message-host';
import { Lazily, lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';
import { useReviewKeys } from './use-review-keys';
import { useFarCall } from './walk/use-far-call';

const CallDrawer = lazily(() => import('@/components/calls/drawer/call-drawer'));

type ReviewPanelProps = {
  /** Id of the open call, which keys mean from the moment it is chosen. */
  call: string | null;
  /** The same call as it is drawn, a moment later. */
  drawer: CallDrawerProps | null;
  /** The open call is not on the page that is on screen. */
  isFar: boolean;
};

/**
 * The open call; reviewing it by key, or the row that has the focus; and what reviewers are told. Load it lazily. The
 * keys are here and not in the drawer, so that they also work while its code is on its way.
 */
export default function ReviewPanel({ call, drawer, isFar }: ReviewPanelProps) {
  const { address, choose } = useAddress();
  const far = useFarCall(isFar ? call : null);
  useReviewKeys(
    () => call ?? focusedRow(),
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
          <CallDrawer
            {...drawer}
            position={far.position ?? drawer.position}
            onPrevious={drawer.onPrevious ?? far.previous}
            onNext={drawer.onNext ?? far.next}
          />
        </Lazily>
      )}
    </>
  );
}

function focusedRow(): string | null {
  return document.activeElement?.closest('tr[data-call]')?.getAttribute('data-call') ?? null;
}
