'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { useMay } from '@/components/shell/context/use-may';
import { problemOf } from '@/lib/api/get-json';
import { sharedViewsQueryOptions, shareView, unshareView } from '@/lib/api/views';
import type { SavedView } from '@/lib/views/saved-view';
import type { SharedView } from '@/lib/views/shared-view';

export type Sharing = {
  views: readonly SharedView[];
  /** Why they are not known, or why the last change was not made. */
  problem: string | null;
  /** Views are shared among people who have signed in. */
  possible: boolean;
  mayShare: boolean;
  /** Whether the change was made; it was not when another one is under way. */
  share: (view: SavedView) => Promise<boolean>;
  unshare: (view: SharedView) => Promise<boolean>;
};

/** The views that the team shares, and the ways to change them. Load it lazily. */
export function useSharedViews(): Sharing {
  const possible = Boolean(usePage().who?.account);
  const mayShare = useMay('share_views');
  const client = useQueryClient();
  const { data, error } = useQuery({ ...sharedViewsQueryOptions, enabled: possible });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const views = data?.views ?? [];
  return {
    views,
    problem: failure ?? (error ? problemOf(error).detail : null),
    possible,
    mayShare,
    share: (view) =>
      change(() =>
        shareView(
          view,
          views.find(({ id }) => id === view.id),
        ),
      ),
    unshare: (view) => change(() => unshareView(view)),
  };

  async function change(write: () => ReturnType<typeof unshareView>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    try {
      client.setQueryData(sharedViewsQueryOptions.queryKey, await write());
      return true;
    } catch (thrown) {
      setFailure(problemOf(thrown).detail);
      // Somebody else may have changed them: they are shown as they are now.
      void client.invalidateQueries({ queryKey: sharedViewsQueryOptions.queryKey });
      return false;
    } finally {
      setBusy(false);
    }
  }
}
