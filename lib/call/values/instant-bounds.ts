const ZONED = /(z|[+-]\d\d:?\d\d)$/i;
const BELOW_MILLISECONDS = /\.\d{3}\d*[1-9]/;
const WITH_TIME = /t\d/i;

/** Before and after every instant that can be written with a year of four digits. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** The whole milliseconds of an instant; one without a zone is in UTC. */
export function floorOf(created: string): number {
  return clamped(
    Date.parse(WITH_TIME.test(created) && !ZONED.test(created) ? `${created}Z` : created),
  );
}

/** The first whole millisecond that is not before an instant. */
export function ceilingOf(created: string): number {
  return clamped(floorOf(created) + (BELOW_MILLISECONDS.test(created) ? 1 : 0));
}

export function toIso(time: number): string {
  return new Date(clamped(time)).toISOString();
}

/** Bounds for whoever needs two. */
export function closed(from: number | null, to: number | null): [from: string, to: string] {
  return [toIso(from ?? EARLIEST), toIso(to ?? LATEST)];
}

function clamped(time: number): number {
  return Math.min(Math.max(time, EARLIEST), LATEST);
}
