'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { useMay } from '@/components/shell/context/use-may';
import { callQueryOptions } from '@/lib/api/calls';
import { markViewed } from '@/lib/api/reviews';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { Call } from '@/lib/call/call';
import { addressOf } from '@/lib/call/review/review';
import { createViewTimer } from './view-timer';
import { createViewings, type Viewings } from './viewings';

/** Whoever stays so long with a call has viewed it; who races past it has not. */
const DWELL_MS = 2000;

/** Notes that the reviewer has viewed the call, once it has been in front of them for a moment. */
export function useViewed(call: Call | undefined) {
  const client = useQueryClient();
  const reviewer = useReviewer();
  const mayTell = useMay('review');
  const id = call && mayTell && reviewer !== null && !isViewedBy(call, reviewer) ? call.id : null;
  useEffect(() => {
    if (id === null || reviewer === null) return;
    const viewTimer = createViewTimer(DWELL_MS, () => void viewingsOf(client).tell(id, reviewer));
    const follow = () => viewTimer.show(document.visibilityState === 'visible');
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      viewTimer.stop();
    };
  }, [client, id, reviewer]);
}

const known = new WeakMap<QueryClient, Viewings>();

/** What this page has told, which lasts longer than the drawer is open. */
function viewingsOf(client: QueryClient): Viewings {
  const viewings =
    known.get(client) ??
    createViewings(async (id, reviewer) => {
      const { viewed_by } = await markViewed(id, reviewer);
      showViewers(client, id, viewed_by);
    });
  known.set(client, viewings);
  return viewings;
}

/** Only the viewers: what else the answer holds may be older than what is being written at this moment. */
function showViewers(client: QueryClient, id: string, viewed_by: Call['viewed_by']) {
  client.setQueryData(callQueryOptions(id).queryKey, (call) => call && { ...call, viewed_by });
  for (const list of ['list', 'look'])
    client.setQueriesData<CallsResponse>({ queryKey: ['calls', list] }, (page) =>
      page?.calls.some((call) => call.id === id)
        ? {
            ...page,
            calls: page.calls.map((call) => (call.id === id ? { ...call, viewed_by } : call)),
          }
        : page,
    );
}

function isViewedBy({ viewed_by }: Call, reviewer: string): boolean {
  return (viewed_by ?? []).some((viewer) => addressOf(viewer) === addressOf(reviewer));
}
