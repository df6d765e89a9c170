'use client';

import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { callsQueryOf } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';

/** The zone that was chosen, null for the browser's; and how to choose another. */
export function useTimeZone(): { chosen: string | null; change: (zone: string | null) => void } {
  const { address, choose } = useAddress();
  const { setPreferences } = usePage();
  const { localZone } = useTime();
  return { chosen: address.timezone, change };

  /** Another zone shows the same calls, so the page stays, unless days of the calendar choose the calls. */
  function change(timezone: string | null) {
    const choosesCalls = callsQueryOf(address, localZone).timezone !== undefined;
    choose(choosesCalls ? { timezone, offset: null } : { timezone });
    setPreferences({ timezone: timezone ?? '' });
  }
}
