'use client';

import { useEffect, useMemo, useState } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { callsQueryOptions } from '@/lib/api/calls';
import type { CallsResponse } from '@/lib/call/answers/responses';
import { addressQuery, sharedAddress } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { type Bookmark, createResumeStore } from './resume-store';
import { useCached } from './use-cached';

export type Resume = {
  /** Where one was the last time, as long as no call of this view has been opened since. */
  bookmark: Bookmark | null;
  dismiss: () => void;
};

/** Remembers the open call of each view, and offers it when one comes back. Nothing moves by itself. */
export function useResume(): Resume {
  const { address } = useAddress();
  const query = useCallsQuery();
  const page = useCached<CallsResponse>((client) =>
    client.getQueryData(callsQueryOptions(query).queryKey),
  );
  const { sort, sort_by, call } = address;
  const view = addressQuery({ ...sharedAddress(address), columns: null, sort, sort_by }) || '?';
  const [store] = useState(() => createResumeStore(shelf()));
  const [settled, settle] = useState<string | null>(null);
  const bookmark = useMemo(
    () => (settled === view ? null : (store.find(view) ?? null)),
    [store, view, settled],
  );

  const at = call && page ? page.calls.findIndex(({ id }) => id === call) : -1;
  const place = page && at >= 0 ? page.offset + at : null;
  const count = page?.count ?? 0;
  useEffect(() => {
    if (call === null) return;
    settle(view);
    if (place !== null) store.keep(view, { call, place, count });
  }, [store, view, call, place, count]);

  return { bookmark: call === null ? bookmark : null, dismiss: () => settle(view) };
}

/** A browser can refuse to keep anything, already when it is asked for the place to keep it in. */
function shelf(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}
