const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,20})?)?(?:Z|[+-]\d\d:\d\d)$/;

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,20})?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** `2026/11/29 14:05:00`. */
const SLASHED =
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: (\d{1,2}:\d\d(?::\d\d(?:\.\d{1,20})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
/** RFC 1123 and its relatives: `Sun, 29 Nov 2026 14:05:00 GMT`. */
const NAMED =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2}[ -][a-z]{3,9}[ -]\d{4} \d\d:\d\d(?::\d\d)?)(?: (Z|UTC|GMT|[+-]\d\d:?\d\d))?$/i;

const DIGITS = /^\d{9,13}(?:\.\d{1,9})?$/;
/** Smaller numbers are seconds since 1970. */
const FIRST_MILLISECOND = 100_000_000_000;

/** Nothing of a call is older or lies farther ahead: a time beyond stands for none, as year 1 and year 9999 do. */
const EARLIEST = Date.UTC(2000, 0, 1);
const TOO_LATE = Date.UTC(2100, 0, 1);

/**
 * An instant as ISO 8601 with its zone; undefined for what is none, or none that a call can have. Where a notation has no
 * zone UTC is assumed. Numbers are unix time, seconds and milliseconds told apart by their size.
 */
export function parseInstant(value: unknown): string | undefined {
  if (typeof value === 'number') return unixTime(value);
  if (typeof value !== 'string' || value.length > 60) return undefined;
  if (WITH_ZONE.test(value)) return isLikely(Date.parse(value)) ? value : undefined;
  if (DIGITS.test(value)) return unixTime(Number(value));
  return written(value.trim());
}

function unixTime(value: number): string | undefined {
  return toIso(value < FIRST_MILLISECOND ? value * 1000 : value);
}

function written(text: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, day, time = '00:00', zone] = iso;
    return toIso(`${day}T${time.replace(',', '.')}${offsetOf(zone)}`);
  }
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [, year, month = '', day = '', time = '00:00', zone] = slashed;
    const clock = time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0');
    return toIso(
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${offsetOf(zone)}`,
    );
  }
  const named = NAMED.exec(text);
  if (named) return toIso(`${named[1]?.replaceAll('-', ' ')} ${named[2] ?? 'GMT'}`);
  return undefined;
}

/** The zone as ISO 8601 writes it. */
function offsetOf(zone = 'Z'): string {
  if (/^[a-z]/i.test(zone)) return 'Z';
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return `${hours}:${minutes}`;
}

function toIso(written: string | number): string | undefined {
  const time = new Date(written);
  return isLikely(time.getTime()) ? time.toISOString() : undefined;
}

/** Whether a call can have a time; what is no number is none. */
function isLikely(time: number): boolean {
  return time >= EARLIEST && time < TOO_LATE;
}
