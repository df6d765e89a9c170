/** The demo brokerage sits in Chicago: its rhythm follows US Central time, daylight saving included. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const hourInChicago = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** The number of whole UTC days since 1970. */
export function dayNumber(instant: number): number {
  return Math.floor(instant / DAY_MS);
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

/** The first instant of a calendar day in Chicago, milliseconds; `day` counts as in {@link dayNumber}. */
export function centralMidnight(day: number): number {
  const noonUtc = day * DAY_MS + 12 * HOUR_MS;
  const behind = 12 - Number(hourInChicago.format(noonUtc));
  return day * DAY_MS + behind * HOUR_MS;
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}
