import { memo, useState } from 'react';

type ZoneOptionProps = {
  zone: string;
  /** What choosing it means, where that is not the zone itself. */
  value?: string;
  prefix?: string;
  /** Milliseconds since the epoch; decides between the abbreviations of summer and winter when first shown. */
  now: number;
};

/** Node and the browser may abbreviate a zone differently; then the server's word stays. */
export function ZoneOption({ zone, value = zone, prefix = '', now }: ZoneOptionProps) {
  const [shown, setShown] = useState(() => ({ zone, label: zoneLabel(zone, now) }));
  if (shown.zone !== zone) setShown({ zone, label: zoneLabel(zone, now) });
  return (
    <option value={value} suppressHydrationWarning>
      {prefix + shown.label}
    </option>
  );
}

type ZoneGroupProps = { label: string; zones: readonly string[]; now: number };

/** Redrawn for other zones only: what the clock says does not change the hundreds of options. */
export const ZoneGroup = memo(
  function ZoneGroup({ label, zones, now }: ZoneGroupProps) {
    return (
      <optgroup label={label}>
        {zones.map((zone) => (
          <ZoneOption key={zone} zone={zone} now={now} />
        ))}
      </optgroup>
    );
  },
  (before, after) => before.zones === after.zones,
);

/** `America/Chicago (CST)`. The format is not kept: hundreds of them would weigh megabytes. */
function zoneLabel(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  return name === undefined || name === zone ? zone : `${zone} (${name})`;
}
