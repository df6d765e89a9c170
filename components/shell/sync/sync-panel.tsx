'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { Button } from '@/components/ui/button';
import { problemOf } from '@/lib/api/get-json';
import { requestSync, syncQueryOptions } from '@/lib/api/sync';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { plural } from '@/lib/format/number';
import { ConnectionCheck } from './connection-check';
import { stateSentence } from './state-sentences';
import { SyncFacts } from './sync-facts';
import { SyncGaps } from './sync-gaps';
import { SyncProgress } from './sync-progress';

/** What the index is doing and how far it can be trusted. Load it lazily: few look. */
export default function SyncPanel() {
  const { data, error } = useQuery(syncQueryOptions);
  const mayRefresh = useMay('control_sync');
  return (
    <div className="flex w-88 max-w-full flex-col gap-3 p-4 text-sm">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-base font-semibold">Index</h2>
        {mayRefresh && <RefreshButton />}
      </div>
      {error && (
        <p role="alert" className="wrap-anywhere text-bad">
          {problemOf(error).detail}
        </p>
      )}
      {!data && !error && <p className="text-muted">Asking…</p>}
      {data && (
        <>
          <p>
            <strong className="font-semibold">{plural(data.indexed, 'call')}</strong>
            <span className="text-muted"> kept beside HappyRobot. {stateSentence(data)}</span>
          </p>
          {data.progress && <SyncProgress progress={data.progress} />}
          {data.shared && <SharedRecordLine shared={data.shared} />}
          <SyncGaps sync={data} mayConfirm={mayRefresh} />
          <SyncFacts sync={data} />
        </>
      )}
      <ConnectionCheck mayCheck={mayRefresh} />
      {!mayRefresh && (
        <p className="text-xs text-muted">
          It reads what is new by itself. Asking it to do so now takes the role “manager”.
        </p>
      )}
    </div>
  );
}

/** More than this behind is worth telling; the others' changes take a moment at all times. */
const LATE_SECONDS = 10;

function SharedRecordLine({ shared }: { shared: NonNullable<SyncResponse['shared']> }) {
  const { record, reason, lag_seconds } = shared;
  if (record === 'away')
    return (
      <p role="status" className="text-muted">
        {reason} Calls come from here and from HappyRobot; what others change comes late.
      </p>
    );
  if (lag_seconds < LATE_SECONDS) return null;
  return (
    <p role="status" className="text-muted">
      This instance takes over calls from the shared record; not all of them are here yet.
    </p>
  );
}

function RefreshButton() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Button size="small" onClick={refresh} aria-disabled={asking}>
      <RefreshCw
        aria-hidden
        className={asking ? 'size-3.5 motion-safe:animate-spin' : 'size-3.5'}
      />
      Refresh now
    </Button>
  );

  async function refresh() {
    if (asking) return;
    setAsking(true);
    await requestSync();
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    await client.refetchQueries({ queryKey: syncQueryOptions.queryKey });
    setAsking(false);
  }
}

/** What was asked for is often there by then. */
const SETTLING_MS = 1_000;
