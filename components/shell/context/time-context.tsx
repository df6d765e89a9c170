'use client';

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { useAddress } from '@/lib/url/use-address';
import { browserZone, usePage } from './page-context';
import { serverNow } from './server-clock';

type Time = {
  /** The zone that times are shown in: the one chosen in the address, else the browser's. */
  zone: string;
  /** The browser's zone. */
  localZone: string;
  /** Milliseconds since the epoch by the server's clock, renewed every half minute: for "3 min ago". */
  now: number;
};

const TimeContext = createContext<Time | null>(null);

/**
 * What arrives later than the frame around it needs a provider of its own: until it is hydrated it must see the zone
 * and the moment that the server saw, while the frame has moved on to those of the browser.
 */
export function TimeProvider({ children }: { children: ReactNode }) {
  const { address } = useAddress();
  const { preferences, renderedAt } = usePage();
  const localZone = useSyncExternalStore(never, browserZone, () => preferences.localZone);
  const now = useSyncExternalStore(
    everyHalfMinute,
    () => Math.floor(serverNow() / HALF_MINUTE) * HALF_MINUTE,
    () => renderedAt,
  );
  const zone = address.timezone ?? localZone;
  const time = useMemo(() => ({ zone, localZone, now }), [zone, localZone, now]);
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

function never() {
  return () => {};
}
