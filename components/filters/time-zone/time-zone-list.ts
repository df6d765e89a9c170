/** The zones that most people who look at these calls live in. */
export const SUGGESTED_ZONES: readonly string[] = [
  'UTC',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];

export type ZoneRegion = { region: string; zones: string[] };

/** Every zone this engine knows, by the first part of its name. */
export function zonesByRegion(): ZoneRegion[] {
  const regions = new Map<string, string[]>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Other';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}
