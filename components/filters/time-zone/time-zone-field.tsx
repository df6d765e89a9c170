'use client';

import { startTransition, useId, useState } from 'react';
import { useTime } from '@/components/shell/context/time-context';
import { WIDE_FIELD } from '@/components/ui/field';
import { SUGGESTED_ZONES, type ZoneRegion, zonesByRegion } from './time-zone-list';
import { ZoneGroup, ZoneOption } from './time-zone-options';
import { useTimeZone } from './use-time-zone';

/**
 * The zone that times are shown in and days are counted in. All the world's zones are listed once somebody
 * reaches for the field: that spares the page hundreds of options, and the server, whose list of zones may be
 * another than the browser's, writes none of them.
 */
export function TimeZoneField() {
  const { chosen, change } = useTimeZone();
  const { localZone, now } = useTime();
  const [regions, setRegions] = useState<readonly ZoneRegion[]>([]);
  const id = useId();
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
        onChange={({ target }) => change(target.value === '' ? null : target.value)}
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
}
