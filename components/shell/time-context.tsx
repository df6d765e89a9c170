'use client';

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { useAddress } from '@/lib/url/use-address';
import { usePage } from './page-context';

type Time = {
  /** The zone that times are shown in: the one chosen in the address, else the browser's. */
  zone: string;
  /** Milliseconds since the epoch, renewed every half minute: for "3 min ago". */
  now: number;
};

const TimeContext = createContext<Time | null>(null);

export function TimeProvider({ children }: { children: ReactNode }) {
  const { address } = useAddress();
  const { preferences, renderedAt } = usePage();
  const zone = address.timezone ?? preferences.localZone;
  const now = useSyncExternalStore(
    everyHalfMinute,
    () => Math.floor(Date.now() / HALF_MINUTE) * HALF_MINUTE,
    () => renderedAt,
  );
  const time = useMemo(() => ({ zone, now }), [zone, now]);
  return <TimeContext value={time}>{children}</TimeContext>;
}

export function useTime(): Time {
  const time = use(TimeContext);
  if (!time) throw new Error('useTime needs a TimeProvider above it');
  return time;
}

const HALF_MINUTE = 30_000;

function everyHalfMinute(notify: () => void) {
  const timer = setInterval(notify, HALF_MINUTE);
  return () => clearInterval(timer);
}
