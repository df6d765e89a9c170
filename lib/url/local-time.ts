import {
  CalendarDateTime,
  fromAbsolute,
  parseDate,
  parseTime,
  toZoned,
} from '@internationalized/date';

/** What a date field (`YYYY-MM-DD`) and a time field (`HH:mm` or `HH:mm:ss`) hold. */
export type WallClock = { date: string; time: string };

/** Whether a time begins a range or ends it: an end lasts to the last millisecond of its minute or second. */
export type RangeEdge = 'start' | 'end';

const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}(:\d{2})?$/;

/**
 * The instant, ISO 8601 in UTC, at which the clocks of a zone show a date and time; null if the texts are no
 * date and time or the instant has no four-digit year. A time that the clocks skip is moved on by the length of
 * the gap. Of a time that they show twice a start means the first, an end the second: nothing is cut off.
 */
export function instantOf(
  date: string,
  time: string,
  zone: string,
  edge: RangeEdge,
): string | null {
  const local = localTime(date, time, edge);
  if (!local) return null;
  const instant = toZoned(local, zone, edge === 'start' ? 'compatible' : 'later').toDate();
  const iso = instant.toISOString();
  return DATE.test(iso.slice(0, 10)) ? iso : null;
}

/**
 * What the clocks of a zone show at an instant, as short as {@link instantOf} understands it for that edge; null
 * if it is no instant or its local year does not have four digits. Finer than a second is left out.
 */
export function wallClockOf(iso: string, zone: string, edge: RangeEdge): WallClock | null {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return null;
  const { offset } = fromAbsolute(instant, zone);
  const [date = '', time = ''] = new Date(instant + offset).toISOString().split('T');
  if (!DATE.test(date)) return null;
  const wholeMinute = time.endsWith(edge === 'start' ? ':00.000Z' : ':59.999Z');
  return { date, time: time.slice(0, wholeMinute ? 'HH:mm'.length : 'HH:mm:ss'.length) };
}

function localTime(date: string, time: string, edge: RangeEdge): CalendarDateTime | null {
  if (!DATE.test(date) || !TIME.test(time)) return null;
  try {
    const { era, year, month, day } = parseDate(date);
    const { hour, minute, second } = parseTime(time);
    const [lastSecond, lastMillisecond] = edge === 'start' ? [second, 0] : [endOf(time), 999];
    return new CalendarDateTime(era, year, month, day, hour, minute, lastSecond, lastMillisecond);
  } catch {
    return null;
  }
}

function endOf(time: string): number {
  return time.length > 'HH:mm'.length ? Number(time.slice(-2)) : 59;
}
