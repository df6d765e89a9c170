'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { useAddress } from '@/lib/url/use-address';
import {
  isModified,
  openedAddress,
  type SavedView,
  type ViewPage,
  viewHref,
  viewPageOf,
  viewProblems,
} from '@/lib/views/saved-view';
import { localViewStore, type ViewSnapshot, type ViewStore } from '@/lib/views/view-store';

let mine: ViewStore | undefined;

/** The one store of this browser's views: whoever changes it is heard by everybody on the page. */
export function localViews(): ViewStore {
  mine ??= localViewStore(window);
  return mine;
}

/** The saved views as they are now. For the browser only. */
export function useViews(): ViewSnapshot {
  const store = localViews();
  return useSyncExternalStore(store.subscribe, store.read);
}

export type OpenedView = {
  /** The page that is shown, where it has views. */
  page: ViewPage | null;
  /** The view that was opened on it, if any. */
  view: SavedView | undefined;
  /** The page no longer shows what the view says. */
  modified: boolean;
};

export function useOpenedView(): OpenedView {
  const page = viewPageOf(usePathname());
  const { views } = useViews();
  const { address } = useAddress();
  const view = views.find((each) => each.id === address.view && each.page === page);
  return { page, view, modified: view !== undefined && isModified(view, address) };
}

export type ViewOpener = { open: (view: SavedView) => void; hrefOf: (view: SavedView) => string };

/** The ways to a view. On the same page nothing is asked of the server but the calls. */
export function useViewOpener(): ViewOpener {
  const page = viewPageOf(usePathname());
  const router = useRouter();
  const { address, choose } = useAddress();
  return {
    hrefOf: (view) => viewHref(view, address),
    open: (view) => {
      // What is not understood has to stand in the address for the page to tell.
      const here = view.page === page && viewProblems(view).length === 0;
      if (here) choose(openedAddress(view, address));
      else router.push(viewHref(view, address));
    },
  };
}
