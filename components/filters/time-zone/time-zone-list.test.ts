import { describe, expect, it } from 'vitest';
import { isTimeZone } from '@/lib/call/query/filters';
import { SUGGESTED_ZONES, zonesByRegion } from './time-zone-list';

describe('zonesByRegion', () => {
  const regions = zonesByRegion();

  it('holds every zone of the engine once', () => {
    const zones = regions.flatMap((region) => region.zones);
    expect(zones.toSorted()).toEqual(Intl.supportedValuesOf('timeZone').toSorted());
  });

  it('puts each below the first part of its name, each region once', () => {
    expect(new Set(regions.map(({ region }) => region)).size).toBe(regions.length);
    for (const { region, zones } of regions)
      for (const zone of zones) expect(zone.split('/')[0]).toBe(zone.includes('/') ? region : zone);
    expect(regions.find(({ region }) => region === 'America')?.zones).toContain('America/Chicago');
  });
});

it('suggests zones that the address accepts', () => {
  for (const zone of SUGGESTED_ZONES) expect(isTimeZone(zone)).toBe(true);
});
