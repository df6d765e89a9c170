'use client';

import { startTransition, useId, useState } from 'react';
import { usePage } from '@/components/shell/page-context';
import { useTime } from '@/components/shell/time-context';
import { WIDE_FIELD } from '@/components/ui/field';
import { callsQueryOf } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { SUGGESTED_ZONES, type ZoneRegion, zonesByRegion } from './time-zone-list';
import { ZoneGroup, ZoneOption } from './time-zone-options';

/**
 * The zone that times are shown in and days are counted in. All the world's zones are listed once somebody
 * reaches for the field: that spares the page hundreds of options, and the server, whose list of zones may be
 * another than the browser's, writes none of them.
 */
export function TimeZoneField() {
  const { address, choose } = useAddress();
  const { setPreferences } = usePage();
  const { localZone, now } = useTime();
  const [regions, setRegions] = useState<readonly ZoneRegion[]>([]);
  const id = useId();
  const chosen = address.timezone;
  const offered = [SUGGESTED_ZONES, ...regions.map(({ zones }) => zones)];
  const unlisted = chosen !== null && !offered.some((zones) => zones.includes(chosen));
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs font-semibold text-muted">
        Time zone
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => change(event.target.value)}
        onFocus={listRegions}
        onPointerEnter={listRegions}
        className={WIDE_FIELD}
      >
        <ZoneOption value="" zone={localZone} prefix="Browser: " now={now} />
        {unlisted && <ZoneOption zone={chosen} now={now} />}
        <ZoneGroup label="Suggested" zones={SUGGESTED_ZONES} now={now} />
        {regions.map(({ region, zones }) => (
          <ZoneGroup key={region} label={region} zones={zones} now={now} />
        ))}
      </select>
    </div>
  );

  /** In a transition: the abbreviations of all zones take longer to find than a frame lasts. */
  function listRegions() {
    if (regions.length === 0) startTransition(() => setRegions(zonesByRegion()));
  }

  /** Another zone shows the same calls, so the page stays, unless days of the calendar choose the calls. */
  function change(value: string) {
    const timezone = value === '' ? null : value;
    const choosesCalls = callsQueryOf(address, localZone).timezone !== undefined;
    choose(choosesCalls ? { timezone, offset: null } : { timezone });
    setPreferences({ timezone: value });
  }
}
