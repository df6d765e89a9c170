const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;
const NUMERIC = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const DAY_FIRST = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i;

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * The instant that a whole text names, in milliseconds since 1970: a day or a time as ISO 8601 writes it, or a day as
 * Americans do, unless it could be another one. Without a zone it is in UTC. Null for anything else.
 */
export function dateOf(text: string): number | null {
  if (text.length > 40) return null;
  const iso = ISO.exec(text);
  if (iso) return instantOf(iso);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [month, day] = [Number(numeric[1]), Number(numeric[2])];
    return day > 12 || day === month ? dayOf(Number(numeric[3]), month, day) : null;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return dayOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst && dayOf(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
}

function instantOf([, year, month, day, time, zone]: RegExpExecArray): number | null {
  const start = dayOf(Number(year), Number(month), Number(day));
  if (start === null || time === undefined) return start;
  const offset = (zone ?? 'Z').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return Number.isNaN(instant) ? null : instant;
}

/** A day of the calendar; null where there is no such day, or a year that no call is about. */
function dayOf(year: number, month: number, day: number): number | null {
  const found = new Date(Date.UTC(year, month - 1, day));
  const isReal = found.getUTCMonth() === month - 1 && found.getUTCDate() === day && month > 0;
  return isReal && year >= 1900 && year < 2200 ? found.getTime() : null;
}

/** 1 to 12 by a name or its beginning; 0 for anything else. */
function monthOf(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}
