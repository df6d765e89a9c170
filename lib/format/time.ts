const LOCALE = 'en-US';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are slow to make and used once a cell, so each is made once. */
export function zonedFormat(
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone, hourCycle: 'h23' });
  formats.set(key, made);
  return made;
}

/** An instant in a zone, `Nov 22, 14:03:11`, with the year where it is not that of `now`; null if it is no instant. */
export function formatInstant(iso: string, zone: string, now: number): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  const year = zonedFormat(zone, { year: 'numeric' });
  const sameYear = year.format(time) === year.format(now);
  return zonedFormat(zone, {
    year: sameYear ? undefined : 'numeric',
    month: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(time);
}

/** The day of an instant, `Aug 3`; with its year where that is not the year of `now`. */
export function formatDay(iso: string, zone: string, now: number): string {
  const time = Date.parse(iso);
  const year = zonedFormat(zone, { year: 'numeric' });
  const isThisYear = year.format(time) === year.format(now);
  return zonedFormat(zone, {
    year: isThisYear ? undefined : 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(time);
}

/** An instant in full, `Sunday, Nov 22, 2026, 14:03:11 CST`. */
export function formatInstantLong(iso: string, zone: string): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  return zonedFormat(zone, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(time);
}

/** A zone's short name at a moment, `CST` or `GMT+9`. */
export function zoneAbbreviation(zone: string, at: number): string {
  const parts = zonedFormat(zone, { hour: '2-digit', timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** A zone by its place, `Chicago`: true in summer and in winter, and the same text on every machine. */
export function zonePlace(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const UNITS: readonly [string, number][] = [
  ['y', 365 * 86_400],
  ['mo', 30 * 86_400],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
];

/** How long ago an instant was, `3 min ago`, `in 2 h`, `now`. */
export function formatAgo(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return 'now';
  const amount = `${Math.floor(Math.abs(seconds) / unit[1])} ${unit[0]}`;
  return seconds < 0 ? `in ${amount}` : `${amount} ago`;
}
