'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { Database, DatabaseZap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { serverNow } from '@/components/shell/context/server-clock';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { syncQueryOptions } from '@/lib/api/sync';
import { syncSummary } from './sync-words';

const SyncPanel = lazily(() => import('./sync-panel'));

const DOTS = {
  backfilling: 'bg-info',
  idle: 'bg-good',
  error: 'bg-bad',
  short: 'bg-warn',
} as const;
const TICK_MS = 5_000;

/** How many calls the index knows and how old they are; quiet unless asked. */
export function SyncIndicator() {
  const { data, isError, dataUpdatedAt } = useQuery(syncQueryOptions);
  const now = useNow(dataUpdatedAt);
  const summary = syncSummary(data, isError, now);
  const isShort = data?.state === 'idle' && (data.missing > 0 || data.rejected.count > 0);
  const state = isError ? 'error' : isShort ? 'short' : data?.state;
  const Icon = state === 'error' ? DatabaseZap : Database;
  return (
    <PopoverButton
      label="Index"
      aria-label={summary}
      title={summary}
      className="relative inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover"
      popover={() => (
        <Lazily>
          <SyncPanel />
        </Lazily>
      )}
    >
      <Icon aria-hidden className="size-4" />
      {state && (
        <span
          aria-hidden
          className={clsx(
            'absolute right-1 bottom-1 size-2 rounded-full ring-2 ring-surface',
            DOTS[state],
          )}
        />
      )}
    </PopoverButton>
  );
}

/** Ticks on from the moment of the last answer: before it nothing is told that depends on the time. */
function useNow(since: number): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, since);
}
