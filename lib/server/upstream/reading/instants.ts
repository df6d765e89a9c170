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
/** From 1973 on; in milliseconds up to the year 5138. Below it a number is no time of a call. */
const FIRST_SECOND = 100_000_000;
const FIRST_MILLISECOND = 100_000_000_000;
const END_OF_MILLISECONDS = 100_000_000_000_000;

/**
 * An instant as ISO 8601 with its zone; undefined for what is none. Where a notation has no zone UTC is assumed. Numbers
 * are unix time, seconds and milliseconds told apart by their size.
 */
export function parseInstant(value: unknown): string | undefined {
  if (typeof value === 'number') return unixTime(value);
  if (typeof value !== 'string' || value.length > 60) return undefined;
  if (WITH_ZONE.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : value;
  if (DIGITS.test(value)) return unixTime(Number(value));
  return written(value.trim());
}

function unixTime(value: number): string | undefined {
  if (value < FIRST_SECOND || value >= END_OF_MILLISECONDS) return undefined;
  return new Date(value < FIRST_MILLISECOND ? value * 1000 : value).toISOString();
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

function toIso(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
