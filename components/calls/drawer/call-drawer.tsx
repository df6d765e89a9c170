'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { ReviewerDialog } from '@/components/shell/account/reviewer-dialog';
import { usePage } from '@/components/shell/context/page-context';
import { MessageHost } from '@/components/shell/messages/message-host';
import { callQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import type { CallRow } from '@/lib/call/call';
import type { DrawerTab } from '@/lib/url/address';
import { CallProblem, RestProblem, StandInWord } from './drawer-problems';
import { DrawerTabs } from './drawer-tabs';
import { DrawerFrame } from './frame/drawer-frame';
import { DrawerHeader } from './frame/drawer-header';
import { escapesElsewhere } from './frame/escape';
import { BESIDE_WIDTH, PANEL_WIDTH, useScreenFrom } from './frame/use-screen-from';
import { OddNotice } from './overview/odd-notice';
import { ViewerWord } from './overview/viewer-word';
import { PlayerProvider } from './player/player-context';
import { PlayerPlace } from './player/player-place';
import { useViewed } from './viewed/use-viewed';

export type CallDrawerProps = {
  /** The open call. */
  id: string;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** What the list already knows of it; shown until the whole call has come. */
  row: CallRow | undefined;
  /** null where there is none to go to. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  /** The call that "next" leads to, where it is known. */
  nextId: string | null;
  /** Where the call stands in the list, "3 of 12,993", or why that cannot be said. */
  position: string | null;
  onClose: () => void;
  /** Address of another call opened in place of this one. */
  hrefOf: (id: string) => string;
  onOpenCall: (id: string) => void;
  /** Where the focus goes after closing. */
  finalFocus: () => HTMLElement | null;
};

/**
 * One call beside the list, which stays usable; on a narrow screen over it. Load it lazily, and keep it mounted while
 * calls are walked: so the focus stays where it is.
 */
export default function CallDrawer(props: CallDrawerProps) {
  const { id, row, tab, onTab, position, onPrevious, onNext, onClose } = props;
  const popup = useRef<HTMLDivElement>(null);
  const panel = useScreenFrom(PANEL_WIDTH);
  const beside = useScreenFrom(BESIDE_WIDTH);
  const { refresh } = usePage().preferences;
  const query = useQuery({ ...callQueryOptions(id), refetchInterval: refresh * 1000 });
  const call: CallRow | undefined = query.data ?? row;
  const problem = query.error ? problemOf(query.error) : null;
  const retry = () => void query.refetch();
  useFocusKept(popup, id);
  useViewed(query.data);

  return (
    <Dialog.Root
      open
      modal={!beside}
      disablePointerDismissal={beside}
      onOpenChange={(open, { reason, event, cancel }) => {
        if (open) return;
        if (reason === 'escape-key' && escapesElsewhere(event, popup.current)) cancel();
        else onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          finalFocus={props.finalFocus}
          // It would keep the arrows to itself, which move the recording.
          onKeyDown={(event) => event.preventBaseUIHandler()}
          className="fixed inset-y-0 right-0 z-30 border-line-strong bg-canvas text-text shadow-xl outline-none max-md:left-0 md:border-l"
        >
          <PlayerProvider id={id} whole={query.data} nextId={props.nextId}>
            <DrawerFrame wide={panel}>
              <DrawerHeader
                id={id}
                call={call}
                progress={query.isFetching ? progress(call, query.data) : null}
                position={position}
                onPrevious={onPrevious}
                onNext={onNext}
                onClose={onClose}
              />
              <ViewerWord />
              {(query.data || !problem) && <PlayerPlace call={call} />}
              {problem && !call ? (
                <CallProblem problem={problem} onRetry={retry} onClose={onClose} />
              ) : (
                <DrawerTabs
                  id={id}
                  tab={tab}
                  onTab={onTab}
                  call={call}
                  whole={query.data}
                  failed={problem !== null}
                  notice={
                    problem ? (
                      <RestProblem problem={problem} onRetry={retry} />
                    ) : (
                      <>
                        <StandInWord meta={query.data?.meta} />
                        <OddNotice about={query.data?.callscope} />
                      </>
                    )
                  }
                  hrefOf={props.hrefOf}
                  onOpenCall={props.onOpenCall}
                  nextId={props.nextId}
                />
              )}
            </DrawerFrame>
          </PlayerProvider>
          <ReviewerDialog />
          <MessageHost />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function progress(call: CallRow | undefined, whole: CallRow | undefined): string {
  if (whole) return 'Refreshing…';
  return call ? 'Loading the rest…' : 'Loading…';
}

/** When another call comes, the link that led to it may be gone; the keyboard then goes on from the drawer itself. */
function useFocusKept(popup: RefObject<HTMLElement | null>, id: string) {
  const before = useRef(id);
  useEffect(() => {
    const changed = before.current !== id;
    before.current = id;
    if (changed && document.activeElement === document.body) popup.current?.focus();
  }, [popup, id]);
}
